// Distances between a geometry and the ground of the basemap, both in EPSG:4490, in metres. The closest pair of points
// is found in a local tangent metric around the geometry and its distance taken along the geodesic; edges count as
// straight in longitude/latitude. The choice of the pair may be off by about 1 % of the distance at 50 km. Ground that
// the geometry meets has distance 0. within() gives one entry for each (area, zone) closer than the radius; nearest()
// the closest of all up to limit_m, ties by order. depth_is_at_least(): no true edge (cuts do not count) of the zone's
// ground lies within `depth_m` of p, which must lie inside. depth_up_to(): how far the nearest lies, limit_m at most.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "engine/basemap/basemap.hpp"
#include "engine/geometry/coordinates.hpp"

namespace redline {

struct Near {
  std::size_t area = 0;
  std::uint32_t zone = 0;
  double distance_m = 0;
  Point from, to;  // on the geometry, on the ground
};

std::vector<Near> within(Basemap const& basemap, Coordinates const& geometry, double radius_m);
std::optional<Near> nearest(Basemap const& basemap, Coordinates const& geometry, double limit_m);
bool depth_is_at_least(Basemap const& basemap, std::size_t area, std::uint32_t zone, Point p, double depth_m);
double depth_up_to(Basemap const& basemap, std::size_t area, std::uint32_t zone, Point p, double limit_m);

}  // namespace redline
