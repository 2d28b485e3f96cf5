// Whether two polygonal or linear shapes surely share no ground: no edges meet beyond rounding, and no part of one lies
// inside the other. False where they share any, or where rounding leaves it open. Plane coordinates.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/geometry/coordinates.hpp"

namespace redline {

bool surely_apart(Coordinates const& a, Coordinates const& b);

}  // namespace redline
