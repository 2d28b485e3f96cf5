// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/joined_sheets.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/core/error.hpp"
#include "engine/geometry/validity.hpp"
#include "layers/corners/checks.hpp"
#include "layers/corners/containment.hpp"
#include "layers/corners/corner_number.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/sheet_areas.hpp"

namespace redline {
namespace {

std::string name_of(Parcel const& p) { return p.name == p.worksheet ? std::string{} : p.name; }  // in the list

bool may_be_one(Parcel const& a, Parcel const& b) {
  bool const named = !b.id.empty() || !name_of(b).empty();
  return !named || (a.id == b.id && name_of(a) == name_of(b));
}

bool runs_on(CornerRing const& before, CornerRing const& next) {
  return !before.closed && corner_number(next.corners.front().name).follows(corner_number(before.corners.back().name));
}

void append(CornerRing& ring, CornerRing const& more, std::string const& sheet) {
  for (auto const& c : more.corners) {
    ring.corners.push_back(c);
    ring.corners.back().sheet = sheet;
  }
  ring.passed.insert(ring.passed.end(), more.passed.begin(), more.passed.end());
  ring.closed = more.closed;
}

Parcel joined(Parcel parcel, Parcel const& next) {
  append(parcel.rings.back(), next.rings.front(), next.worksheet);
  for (auto const& t : next.terms) add_term(parcel.terms, t);
  parcel.kind_words.insert(parcel.kind_words.end(), next.kind_words.begin(), next.kind_words.end());
  for (auto i = next.rings.begin() + 1; i != next.rings.end(); ++i) {
    parcel.rings.emplace_back();
    append(parcel.rings.back(), *i, next.worksheet);
  }
  return parcel;
}

bool is_sound(Parcel const& parcel) {
  try {
    return !defect(build(closed_rings(parcel)));
  } catch (GeometryError const&) {
    return false;
  }
}

// Its page is numbered, on the sheet or by the name of the sheet.
bool is_paged(Parcel const& parcel, CornerList const& list) {
  return is_page_number(parcel.worksheet) ||
         std::any_of(list.findings.begin(), list.findings.end(),
                     [&](auto const& f) { return f.code == "corner.page_line" && f.layer == parcel.worksheet; });
}

// A sheet called 扣除范围: holes of the parcel before.
void deduct(Parcel& parcel, CornerList& all, CornerList& sheet) {
  auto const& name = sheet.parcels.front().worksheet;
  for (auto const& next : sheet.parcels)
    for (auto const& ring : next.rings) {
      parcel.rings.emplace_back().said_hole = true;
      append(parcel.rings.back(), ring, name);
      all.findings.push_back({"corner.ring_deducted",
                              Severity::info,
                              name,
                              parcel.name,
                              {name + ":" + std::to_string(ring.corners.front().line), name}});
    }
  deduct_from_sheet(all, sheet, parcel.worksheet);
  sheet.parcels.clear(), sheet.declared_m2.reset(), sheet.said_areas.clear();
}

}  // namespace

void join_sheets(CornerList& all, CornerList& sheet) {
  if (all.parcels.empty() || sheet.parcels.empty() || !sheet.failed_parcels.empty()) return;
  auto& before = all.parcels.back();
  auto const next = sheet.parcels.front();
  if (is_deducted(next.worksheet)) return deduct(before, all, sheet);
  if (!named_area(before.worksheet).empty() && !named_area(next.worksheet).empty()) return;
  bool const pages = is_paged(before, all) && is_paged(next, sheet);
  if (!may_be_one(before, next) || !runs_on(before.rings.back(), next.rings.front())) return;
  auto const say = [&](char const* code, std::string const& title) {
    bool const plain = pages && std::string_view(code) == "corner.sheets_joined";
    all.findings.push_back({code,
                            plain ? Severity::info : Severity::warning,
                            next.worksheet,
                            title,
                            {title, next.worksheet, next.rings.front().corners.front().name}});
  };
  auto one = joined(before, next);
  auto const title = parcel_title(before, all.parcels.size() - 1);
  if (!is_sound(one)) {
    say("corner.sheets_apart", title);
    return say("corner.sheets_apart", parcel_title(next, all.parcels.size()));
  }
  say("corner.sheets_joined", title);
  before = std::move(one);
  sheet.parcels.erase(sheet.parcels.begin());
  for (auto& p : sheet.parcels) --p.number;
}

}  // namespace redline
