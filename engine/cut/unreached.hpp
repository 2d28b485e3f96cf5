// What circles of a width do not reach in polygons in a plane of metres, without what corners of 45° or more leave
// beside them. unreached(): its parts; none where no such circle has room at all. narrower_ground(): whether there is
// ground narrower than the width, be it a neck as short as a point.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/geometry/geometry.hpp"

namespace redline {

std::vector<Geometry> unreached(Geometry const& ground, double width);
bool narrower_ground(Geometry const& ground, double width);

}  // namespace redline
