// Whether the ground of two zones within one frame surely lies side by side: border edges they share run both ways, all
// others keep clear of the other zone. False where they share ground, meet at a corner only, or rounding leaves it
// open. Oriented rings; edges on the sides of the frame are cuts.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/geometry/coordinates.hpp"

namespace redline {

bool side_by_side(Bounds const& frame, std::vector<Ring> const& a, std::vector<Ring> const& b);

}  // namespace redline
