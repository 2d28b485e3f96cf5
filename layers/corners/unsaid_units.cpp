// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/unsaid_units.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <numeric>
#include <optional>

#include "engine/core/error.hpp"
#include "engine/crs/densify.hpp"
#include "engine/measure/area.hpp"
#include "layers/corners/area_statements.hpp"
#include "layers/corners/containment.hpp"
#include "layers/corners/register_area.hpp"
#include "layers/corners/remarks.hpp"
#include "layers/corners/said_areas.hpp"
#include "layers/corners/sheet_areas.hpp"

namespace redline {
namespace {

constexpr std::array<char const*, USUAL_UNITS.size()> WORDS{"@corner.word.km2", "@corner.word.hectares",
                                                            "@corner.word.m2", "@corner.word.mu"};

void scale(SaidArea& a, double by) { a.m2 *= by, a.step_m2 *= by, a.less_m2 *= by; }

double area_of(Parcel const& p, Crs const& crs, Transformation const* to_lonlat) {
  try {
    auto const polygon = build(closed_rings(p));
    if (to_lonlat != nullptr) return tdt1055_area_m2(corners_to_lonlat(polygon, *to_lonlat));
    return crs.projected() ? polygon.planar_area() : 0;
  } catch (GeometryError const&) {
    return 0;
  }
}

void scale(std::vector<SaidArea>& areas, double by) {
  for (auto& a : areas) scale(a, by);
}

void read_in(CornerList& list, char const* unit) {
  auto const by = square_metres(unit) / square_metres("km2");
  if (list.declared_m2) *list.declared_m2 *= by;
  list.declared_step_m2 *= by, list.declared_less_m2 *= by;
  scale(list.said_areas, by);
  for (auto& s : list.sheet_areas)
    if (s.bare) scale(s.area, by);
  for (auto& p : list.parcels) scale(p.said, by);
}

// The whole, or one of the parcels, has an area that the list states.
bool fits(CornerList list, char const* unit, std::vector<double> const& m2) {
  read_in(list, unit);
  auto const same = [](SaidArea const& said, double computed) {
    return computed > 0 && agrees({said.m2, said.step_m2}, computed);
  };
  auto const declared = [&](double computed) {
    return list.declared_m2 && same(area_declared(list, computed), computed);
  };
  auto const all = std::accumulate(m2.begin(), m2.end(), 0.0);
  if (declared(all)) return true;
  for (auto const& s : list.sheet_areas)
    if (s.bare && (same(with_or_without(s.area, all), all) || same(s.area, area_of_sheet(list, m2, s.sheet))))
      return true;
  for (std::size_t i = 0; i < m2.size(); ++i) {
    auto const said = area_said_of(list.parcels[i], m2[i]);
    if (declared(m2[i]) || (said && same(*said, m2[i]))) return true;
  }
  return false;
}

std::optional<std::size_t> only_unit(CornerList const& list, std::vector<double> const& m2) {
  std::optional<std::size_t> out;
  for (std::size_t u = 0; u < USUAL_UNITS.size(); ++u) {
    if (!fits(list, USUAL_UNITS[u], m2)) continue;
    if (out) return std::nullopt;
    out = u;
  }
  return out;
}

void forget_areas(CornerList& list) {
  list.declared_m2.reset(), list.declared_step_m2 = 0, list.declared_less_m2 = 0;
  list.said_areas.clear();
  std::erase_if(list.sheet_areas, [](SheetArea const& s) { return s.bare; });
  for (auto& p : list.parcels) p.said.clear();
}

}  // namespace

std::vector<SaidArea> leave_without_unit(CornerList& list) {
  auto& areas = list.said_areas;
  auto const is_bare = [](SaidArea const& a) { return !a.number.empty(); };
  bool const said = std::any_of(areas.begin(), areas.end(), [&](SaidArea const& a) {
    return !is_bare(a) && is_of_corners(a.of) && a.of != AreaOf::unknown;
  });
  std::vector<SaidArea> out;
  if (said) std::copy_if(areas.begin(), areas.end(), std::back_inserter(out), is_bare), std::erase_if(areas, is_bare);
  for (auto const& a : areas)
    if (is_bare(a)) list.without_unit.emplace_back(a.line, a.number);
  return out;
}

namespace {

Findings settle(CornerList& placed, std::vector<double> const& m2) {
  Findings out;
  auto const unit = only_unit(placed, m2);
  auto const layer = std::filesystem::path(placed.shown).stem().string();
  for (auto const& [line, number] : placed.without_unit) {
    std::vector<std::string> args{std::to_string(line), number};
    if (unit) args.emplace_back(WORDS[*unit]);
    out.push_back({unit ? "corner.area_unit_found" : "corner.area_unit_unknown",
                   unit ? Severity::info : Severity::warning, layer, "", std::move(args)});
  }
  if (unit)
    read_in(placed, USUAL_UNITS[*unit]);
  else
    forget_areas(placed);
  return out;
}

}  // namespace

Findings settle_areas(CornerList& placed, Crs const& crs, Transformation const* to_lonlat) {
  Findings out;
  if (placed.without_unit.empty() && placed.sheet_areas.empty()) return out;
  std::vector<double> m2;
  for (auto const& p : placed.parcels) m2.push_back(area_of(p, crs, to_lonlat));
  if (!placed.without_unit.empty()) out = settle(placed, m2);
  settle_sheet_areas(placed, m2);
  return out;
}

}  // namespace redline
