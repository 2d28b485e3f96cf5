// A polygonal shape as closed rings with the ground on their left: shells counter-clockwise, holes clockwise, in any
// order. parts_of() is the way back: each hole goes to the smallest shell around it. Rings do not cross.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/geometry/coordinates.hpp"

namespace redline {

std::vector<Ring> oriented_rings(Coordinates c);
Coordinates parts_of(std::vector<Ring> oriented);
double planar_area(std::vector<Ring> const& oriented);  // in square units of the coordinates
Bounds bounds_of(Ring const& ring);

}  // namespace redline
