// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/balance.hpp"

#include <algorithm>
#include <cmath>

#include "engine/measure/area.hpp"
#include "engine/measure/length.hpp"
#include "engine/overlay/ladder.hpp"

namespace redline {
namespace {

double extent(Geometry const& g, int dimension) {
  if (g.empty()) return 0;
  if (dimension == 2) return exact_area_m2(g);
  return dimension == 1 ? exact_length_m(g) : static_cast<double>(g.parts());
}

double extent(Overlap const& o, int dimension) {
  return dimension == 2 ? o.m2 : dimension == 1 ? o.m : static_cast<double>(o.count);
}

bool within_bound(double residue, double whole, int dimension) {
  if (dimension == 0) return residue == 0;
  return std::abs(residue) <= (dimension == 2 ? 0.01 : 0.001) + 1e-9 * whole;
}

// Lines are taken away cell by cell: two pieces of one line, each cut with its own rounding, are no longer collinear
// for an overlay.
void weigh_line(Basemap const& basemap, Geometry const& line, Balance& b) {
  std::vector<CellRef> refs;
  basemap.query(line.bounds(), refs);
  auto rest = line.clone();
  for (auto const& ref : refs) {
    if (rest.empty()) break;
    auto const cell = basemap.ground(ref.area).geometry(basemap.cell(ref));
    b.in_zones += extent(only_dimension(intersection_by_ladder(rest, cell).geometry, 1), 1);
    rest = only_dimension(difference_by_ladder(rest, cell).geometry, 1);
  }
  b.outside = extent(rest, 1);
}

void weigh_polygon_or_points(Geometry const& activity, std::vector<Overlap const*> const& counted, int d, Balance& b) {
  if (counted.size() == 1 && counted.front()->rest_m2) {
    b.in_zones = counted.front()->m2;
    b.outside = *counted.front()->rest_m2;
    return;
  }
  std::vector<Geometry> parts;
  parts.reserve(counted.size());
  for (auto const* o : counted) parts.push_back(o->geometry.clone());
  auto const together = union_by_ladder(std::move(parts), d).geometry;
  b.in_zones = counted.size() == 1 ? extent(*counted.front(), d) : extent(together, d);
  b.outside = extent(only_dimension(difference_by_ladder(activity, together).geometry, d), d);
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
  if (d == 1)
    weigh_line(basemap, activity, b);
  else
    weigh_polygon_or_points(activity, counted, d, b);
  b.residue = b.whole - b.in_zones - b.outside;
  b.balanced = within_bound(b.residue, b.whole, d);
  return b;
}

}  // namespace redline
