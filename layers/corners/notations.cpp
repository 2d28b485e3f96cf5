// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/notations.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include "engine/core/printed_number.hpp"
#include "layers/corners/magnitude.hpp"
#include "layers/corners/stated_zones.hpp"
#include "layers/corners/zones_apart.hpp"

namespace redline {
namespace {

constexpr double LIST_M2_PER_KM2 = 1e6;

struct Notation {
  CornerForm form;
  AxisOrder said;
  CornerUnits units;
  AxisOrder order;             // of a cell alone; else that of the list counts
  std::optional<Zone> prefix;  // the number of the zone before the easting
  bool mixed_prefixes;
  std::vector<SaidZone> zones = {};  // as its columns say, of metres
  bool operator==(Notation const&) const = default;
};

Notation notation_of(CornerList& list, Parcel& parcel) {  // `list` without parcels
  list.parcels.push_back(std::move(parcel));
  auto const m = magnitude_of(list);
  parcel = std::move(list.parcels.back());
  list.parcels.clear();
  auto const zones = m.units == CornerUnits::metres ? parcel.zones : std::vector<SaidZone>{};
  if (parcel.form) return {*parcel.form, parcel.order, m.units, m.order, m.prefix, m.mixed_prefixes, zones};
  return {list.form, list.order, m.units, AxisOrder::unknown, m.prefix, m.mixed_prefixes, zones};
}

bool in_one_form(CornerList const& list) {
  auto const& first = list.parcels.front();
  return std::all_of(list.parcels.begin(), list.parcels.end(),
                     [&](Parcel const& p) { return p.form == first.form && p.order == first.order; });
}

bool in_one_zone(CornerList const& list) {
  auto const& first = list.parcels.front();
  return std::all_of(list.parcels.begin(), list.parcels.end(), [&](Parcel const& p) { return p.zones == first.zones; });
}

bool in_one_notation(CornerList const& list) {
  auto const m = magnitude_of(list);
  return in_one_form(list) && m.units != CornerUnits::unknown && !m.mixed_prefixes &&
         (m.units != CornerUnits::metres || in_one_zone(list));
}

void say_zones(std::vector<Notation> const& notations, std::vector<CornerList>& lists) {
  std::set<int> zones;
  for (auto const& n : notations) {
    if (n.prefix && !n.mixed_prefixes) zones.insert(n.prefix->number);
    if (!n.prefix && n.zones.size() == 1) zones.insert(number_of(n.zones.front()));
  }
  std::string all;
  for (int const z : zones) all += (all.empty() ? "" : ", ") + std::to_string(z);
  for (std::size_t i = 0; i < lists.size() && zones.size() > 1; ++i) {
    if (!notations[i].prefix && notations[i].zones.empty()) continue;
    auto const layer = std::filesystem::path(lists[i].shown).stem().string();
    lists[i].findings.push_back({"corner.row_zones", Severity::warning, layer, "", {all}});
  }
}

bool rows_of_register(CornerList const& list) {
  return std::all_of(list.parcels.begin(), list.parcels.end(), [](Parcel const& p) { return p.of_register; });
}

void forget_sums(CornerList& list) {  // of all of them together
  if (list.declared_m2 && !rows_of_register(list)) {
    auto const layer = std::filesystem::path(list.shown).stem().string();
    list.findings.push_back(
        {"corner.area_of_zones", Severity::info, layer, "", {printed(*list.declared_m2 / LIST_M2_PER_KM2, 4)}});
  }
  list.declared_m2.reset(), list.said_areas.clear(), list.sheet_areas.clear();
}

// Of a plain list: each parcel by the number of its own zone.
std::vector<CornerList> by_zone(CornerList list, std::vector<Zone> const& zones) {
  bool const one_application = list.form == CornerForm::printed || list.form == CornerForm::baopan;
  if (auto const far = one_application ? degrees_between(list, zones) : std::nullopt)
    list.zone_evidence.push_back({"corner.zones_far", Severity::warning, "", "", {printed(*far, 1)}});
  forget_sums(list);
  auto parcels = std::exchange(list.parcels, {});
  std::vector<Notation> notations;
  std::vector<CornerList> out;
  for (std::size_t i = 0; i < parcels.size(); ++i) {
    Notation const n{list.form, list.order, CornerUnits::metres, AxisOrder::unknown, zones[i], false};
    auto const at = static_cast<std::size_t>(std::find(notations.begin(), notations.end(), n) - notations.begin());
    if (at == notations.size()) notations.push_back(n), out.push_back(list);
    out[at].parcels.push_back(std::move(parcels[i]));
  }
  say_zones(notations, out);
  for (std::size_t i = 1; i < out.size(); ++i) out[i].failed_parcels.clear();
  return out;
}

}  // namespace

std::vector<CornerList> by_notation(CornerList list) {
  if (list.form != CornerForm::features && list.parcels.size() > 1 && !rows_of_register(list))
    if (auto const zones = zones_of_parcels(list); !zones.empty()) return by_zone(std::move(list), zones);
  bool const rows = list.form != CornerForm::features && list.parcels.size() > 1 && rows_of_register(list);
  std::vector<CornerList> out;
  if (!rows || in_one_notation(list)) {
    out.push_back(std::move(list));
    return out;
  }
  forget_sums(list);
  auto parcels = std::exchange(list.parcels, {});
  std::vector<Notation> notations;
  for (auto& p : parcels) {
    auto const n = notation_of(list, p);
    auto const at = std::find(notations.begin(), notations.end(), n) - notations.begin();
    if (static_cast<std::size_t>(at) == notations.size()) {
      notations.push_back(n), out.push_back(list);
      out.back().form = n.form, out.back().order = n.said;
    }
    out[static_cast<std::size_t>(at)].parcels.push_back(std::move(p));
  }
  say_zones(notations, out);
  for (std::size_t i = 1; i < out.size(); ++i) out[i].failed_parcels.clear();
  return out;
}

}  // namespace redline
