// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/balance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/measure/area.hpp"
#include "engine/measure/length.hpp"
#include "engine/measure/union_area.hpp"
#include "engine/overlay/ladder.hpp"

namespace redline {
namespace {

double extent(Geometry const& g, int dimension) {
  if (g.empty()) return 0;
  if (dimension == 2) return exact_area_m2(g);
  return dimension == 1 ? exact_length_m(g) : static_cast<double>(g.parts());
}

bool within_bound(double residue, double whole, int dimension) {
  if (dimension == 0) return residue == 0;
  return std::abs(residue) <= (dimension == 2 ? 0.01 : 0.001) + 1e-9 * whole;
}

// Lines are taken away cell by cell: two pieces of one line, each cut with its own rounding, are no longer collinear
// for an overlay. A zone that the line only touches has nothing of it.
void weigh_line(Basemap const& basemap, Geometry const& line, std::vector<Overlap const*> const& counted, Rung from,
                Balance& b) {
  std::vector<CellRef> refs;
  basemap.query(line.bounds(), refs);
  auto rest = line.clone();
  for (auto const& ref : refs) {
    if (rest.empty()) break;
    auto const zone = basemap.cell(ref).zone;
    if (std::none_of(counted.begin(), counted.end(), [&](auto* o) { return o->area == ref.area && o->zone == zone; }))
      continue;
    auto const cell = basemap.ground(ref.area).geometry(basemap.cell(ref));
    b.in_zones += extent(only_dimension(intersection_by_ladder(rest, cell, from).geometry, 1), 1);
    rest = only_dimension(difference_by_ladder(rest, cell, from).geometry, 1);
  }
  b.outside = extent(rest, 1);
}

void weigh_points(Geometry const& activity, std::vector<Overlap const*> const& counted, Balance& b) {
  std::vector<Geometry> parts;
  parts.reserve(counted.size());
  for (auto const* o : counted) parts.push_back(o->geometry.clone());
  auto const together = union_by_ladder(std::move(parts), 0).geometry;
  b.in_zones = extent(together, 0);
  b.outside = extent(only_dimension(difference_by_ladder(activity, together).geometry, 0), 0);
}

// What the zones of the first area leave. Zones of one area never share ground, so theirs is only added up.
Geometry rest_of_first_area(Geometry const& activity, std::vector<Overlap const*> const& counted, Rung from) {
  auto const& first = *counted.front();
  if (from == Rung::robust && !first.rest_of_area.null()) return first.rest_of_area.clone();
  std::vector<Geometry> zones;
  for (auto const* o : counted)
    if (o->area == first.area) zones.push_back(o->geometry.clone());
  auto const ground = union_by_ladder(std::move(zones), 2, from).geometry;
  return only_dimension(difference_by_ladder(activity, ground, from).geometry, 2);
}

// By a sweep, which cannot fail; whether the pieces fit the activity is what the residue tells. Zones of one area never
// share ground, so theirs is added up as it was measured.
void sweep_polygon(Geometry const& activity, std::vector<Overlap const*> const& counted, Balance& b) {
  auto const area = counted.front()->area;
  std::vector<Coordinates> pieces;
  pieces.reserve(counted.size());
  std::vector<Coordinates const*> of_first, of_all;
  for (auto const* o : counted) {
    pieces.push_back(coordinates(o->geometry));
    of_all.push_back(&pieces.back());
    if (o->area != area) continue;
    of_first.push_back(&pieces.back());
    b.in_zones += o->m2;
  }
  auto const all = covered_area(coordinates(activity), of_all);
  if (of_first.size() < of_all.size()) b.in_zones += all.covered_m2 - union_area_m2(of_first);
  b.outside = all.left_m2;
}

// Ground is taken away area by area, so none is counted twice.
void weigh_polygon(Geometry const& activity, std::vector<Overlap const*> const& counted, Rung from, Balance& b) {
  if (from == Rung::robust && (counted.front()->rest_of_area.null() || counted.front()->area != counted.back()->area))
    return sweep_polygon(activity, counted, b);
  auto rest = rest_of_first_area(activity, counted, from);
  for (auto const* o : counted) {
    if (o->area == counted.front()->area) {
      b.in_zones += o->m2;
      continue;
    }
    b.in_zones += extent(only_dimension(intersection_by_ladder(rest, o->geometry, from).geometry, 2), 2);
    rest = only_dimension(difference_by_ladder(rest, o->geometry, from).geometry, 2);
  }
  b.outside = extent(rest, 2);
}

void weigh(Basemap const& basemap, Geometry const& activity, std::vector<Overlap const*> const& counted, Rung from,
           Balance& b) {
  auto const d = activity.dimension();
  b.in_zones = b.outside = 0;
  if (d == 1)
    weigh_line(basemap, activity, counted, from, b);
  else if (d == 2)
    weigh_polygon(activity, counted, from, b);
  else
    weigh_points(activity, counted, b);
  b.residue = b.whole - b.in_zones - b.outside;
  b.balanced = within_bound(b.residue, b.whole, d);
}

}  // namespace

Balance balance(Basemap const& basemap, Geometry const& activity, std::vector<Overlap> const& overlaps) {
  auto const d = activity.dimension();
  Balance b;
  b.unit = d == 2 ? "m2" : d == 1 ? "m" : "count";
  b.whole = extent(activity, d);
  std::vector<Overlap const*> counted;
  for (auto const& o : overlaps)
    if (!o.contact) counted.push_back(&o);
  if (counted.empty()) {
    b.outside = b.whole;
    return b;
  }
  bool const whole_in_one = std::any_of(counted.begin(), counted.end(), [](auto const* o) { return o->whole; });
  if (whole_in_one) {
    b.in_zones = b.whole;
    return b;
  }
  weigh(basemap, activity, counted, Rung::robust, b);
  if (!b.balanced) weigh(basemap, activity, counted, Rung::grid, b);
  return b;
}

Unbalanced::Unbalanced(Balance const& b)
    : GeometryError("balance", fmt::format("{:.6f} ≠ {:.6f} + {:.6f} {}", b.whole, b.in_zones, b.outside, b.unit)),
      m_message{"ledger.unbalanced",
                {fmt::format("{:.6f}", b.whole), fmt::format("{:.6f}", b.in_zones), fmt::format("{:.6f}", b.outside),
                 b.unit}} {}

void require_balanced(Balance const& b) {
  if (!b.balanced) throw Unbalanced(b);
}

}  // namespace redline
