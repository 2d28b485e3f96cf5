// A point of a line inside one zone that lies at least `depth_m` from the zone's border, if there is one. Depth changes
// along a line no faster than the way, so stretches are halved, the most promising first, until a point is found or no
// stretch can hold one; after 200 points it is given up. EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "engine/basemap/basemap.hpp"

namespace redline {

std::optional<Point> deep_point(Basemap const& basemap, std::size_t area, std::uint32_t zone, Coordinates const& line,
                                double depth_m);

}  // namespace redline
