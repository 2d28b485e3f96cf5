// How far from all of a few edges a point of a box can be, at the most. The distance from a segment is convex, so over
// the box it stays below a plane laid over its values in the four corners; and the lowest of some planes stays below
// any mean of them: a linear programme in three unknowns, whose dual bounds hold whatever the rounding (Boyd and
// Vandenberghe, Convex Optimization, 2004, section 5.2; the programme is that of the Chebyshev centre, section 4.3.1).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "engine/measure/outline.hpp"

namespace redline {

struct BoxBound {
  double most;  // no point of the box is farther than this from all the edges
  Point at;     // of the box, where the planes are highest
};

BoxBound farthest_from_all(std::span<OutlineEdge const* const> edges, Point centre, double half_x, double half_y);

}  // namespace redline
