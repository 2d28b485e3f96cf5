// What a map shows around an application: the ground of all zones inside a box, clipped to it, one MultiPolygon each,
// in order of area and zone; `area` is the index into the basemap. context_box: the box of the application and of what
// is nearest to it where it is clear, with a margin of a quarter of its size, at least 300 m, in the proportion of a
// map (width to height). EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/screen/screening.hpp"

namespace redline {

class Basemap;

inline constexpr double MAP_PROPORTION = 1.9;

Bounds context_box(Application const& application, Bounds const& of_geometry);
std::vector<ContextZone> context_zones(Basemap const& basemap, Bounds const& box);

}  // namespace redline
