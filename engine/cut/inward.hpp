// Fewer corners, giving ground up but never taking any: rings (open, interior to the left, parts apart from one
// another) lose a convex corner, or an edge between two reflex corners whose neighbours are drawn on until they meet,
// the cheapest first, as long as all that is lost stays within `budget` (square units). Corners for which `keep` holds
// stay. Nothing is done that would make boundaries cross or touch. Returns what was lost.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "engine/geometry/coordinates.hpp"

namespace redline {

double simplify_inward(std::vector<RingsOfPart>& parts, double budget, std::function<bool(Point)> const& keep);

}  // namespace redline
