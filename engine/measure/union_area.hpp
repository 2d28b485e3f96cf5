// The exact area (m²) of the ground that polygons cover together, counted once, without building their union: a sweep
// over latitudes adds, between one corner or crossing and the next, the edges where covered ground begins and ends.
// Polygons may share edges and corners; each is valid by itself (holes and several parts allowed). The area is that of
// area.hpp, to rounding: 1e-6 m² for some hundred square kilometres. Longitude/latitude, EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/geometry/coordinates.hpp"

namespace redline {

double union_area_m2(std::vector<Coordinates const*> const& polygons);

}  // namespace redline
