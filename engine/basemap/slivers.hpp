// Strips between sides that may lie `apart_m` apart though they are one; none where that is 0. give_slivers() takes
// those out of a gap, within one frame, that cutting did not make, and joins each to the first of `zones` beside it;
// gives the zones that took one. Null and empty zones take none. EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <vector>

#include "engine/geometry/geometry.hpp"

namespace redline {

bool is_sliver(Geometry const& ground, double apart_m);
std::set<std::size_t> give_slivers(Geometry& gap, Bounds const& frame, std::vector<Geometry*> const& zones,
                                   double apart_m);

}  // namespace redline
