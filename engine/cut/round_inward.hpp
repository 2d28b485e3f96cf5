// Corners to whole numbers without leaving the ground: each goes to the nearest whole point that lies inside `bounds`
// and on the inner side of both edges that meet in it. Where there is none within a few steps the corner is given up if
// it is convex, else rounded anyway: the caller has to check the result, which may even cross itself. Rings open,
// interior to the left; doubled and straight corners are left out, rings of which nothing remains vanish (a hole too:
// check).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/geometry/coordinates.hpp"

namespace redline {

std::vector<RingsOfPart> round_inward(std::vector<RingsOfPart> parts, Geometry const& bounds);

}  // namespace redline
