// The exact area (m²) of ground that polygons cover together, counted once, without building their union: a sweep over
// latitudes adds, between one corner or crossing and the next, the edges where covered ground begins and ends. Polygons
// may share edges and corners; each is valid by itself (holes and several parts allowed). covered_area also gives what
// they leave of another polygon. The areas are those of area.hpp, to rounding: 1e-6 m² for some hundred square
// kilometres. Longitude/latitude, EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/geometry/coordinates.hpp"

namespace redline {

struct CoveredArea {
  double covered_m2 = 0, left_m2 = 0;
};

double union_area_m2(std::vector<Coordinates const*> const& polygons);
CoveredArea covered_area(Coordinates const& whole, std::vector<Coordinates const*> const& polygons);

}  // namespace redline
