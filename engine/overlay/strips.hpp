// Strips no wider than densifying may have moved the sides are no ground that a polygon lies outside an area with:
// where they are all that the zones of the area leave of it, each goes to the zone beside it, and contacts there hold
// nothing. `of_area`: the overlaps of the polygon with one area. take_strips_between: the same for several areas that
// adjoin each other, `all` overlaps of the polygon; only ground that is counted is looked at.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "engine/overlay/overlap.hpp"

namespace redline {

void take_strips(Geometry const& activity, Coordinates const& shape, double shift_m, std::span<Overlap> of_area);
void take_strips_between(Geometry const& activity, Coordinates const& shape, EdgeShift const& shift,
                         std::span<Overlap> all);

}  // namespace redline
