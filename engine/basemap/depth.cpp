// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <utility>

#include "engine/basemap/around.hpp"
#include "engine/basemap/near.hpp"
#include "engine/crs/local_metric.hpp"
#include "engine/geometry/closest_on.hpp"

namespace redline {
namespace {

// Whether `holds` does for the squares of the distances from p to all true edges of a zone within a radius.
template <class Holds>
bool every_edge_near(Basemap const& basemap, std::pair<std::size_t, std::uint32_t> area_and_zone, Point p,
                     double radius_m, Holds const& holds) {
  LocalMetric const metric(p);
  std::vector<CellRef> refs;
  Bounds b;
  b.add(p);
  basemap.query(around(b, radius_m), refs);
  auto const& ground = basemap.ground(area_and_zone.first);
  for (auto const& ref : refs) {
    auto const& cell = basemap.cell(ref);
    if (std::pair<std::size_t, std::uint32_t>(ref.area, cell.zone) != area_and_zone) continue;
    for (std::uint32_t r = 0; r < cell.rings; ++r) {
      auto const ring = ground.ring(cell, r);
      for (std::size_t i = 1; i < ring.size(); ++i)
        if (!is_cut(cell.frame, ring[i - 1], ring[i]) &&
            !holds(square_distance({0, 0}, closest_on({0, 0}, metric.to_m(ring[i - 1]), metric.to_m(ring[i])))))
          return false;
    }
  }
  return true;
}

}  // namespace

bool depth_is_at_least(Basemap const& basemap, std::size_t area, std::uint32_t zone, Point p, double depth_m) {
  return every_edge_near(basemap, {area, zone}, p, depth_m, [&](double d2) { return d2 >= depth_m * depth_m; });
}

double depth_up_to(Basemap const& basemap, std::size_t area, std::uint32_t zone, Point p, double limit_m) {
  auto least2 = limit_m * limit_m;
  every_edge_near(basemap, {area, zone}, p, limit_m, [&](double d2) {
    least2 = std::min(least2, d2);
    return true;
  });
  return least2 < limit_m * limit_m ? std::sqrt(least2) : limit_m;
}

}  // namespace redline
