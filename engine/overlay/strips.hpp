// Strips no wider than densifying may have moved the sides are no ground that a polygon lies outside an area with:
// where they are all that the zones of the area leave of it, each goes to the zone beside it, and contacts there hold
// nothing. `of_area`: the overlaps of the polygon with one area.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "engine/overlay/overlap.hpp"

namespace redline {

void take_strips(Geometry const& activity, Coordinates const& shape, double shift_m, std::span<Overlap> of_area);

}  // namespace redline
