// The ladder of robustness for one overlay operation, from strong to weak evidence; the rung that gave the result is
// recorded:
//   robust    GEOS OverlayNG with floating precision (which may snap nearly coincident lines within 1e-12 of their
//   size) grid      the same on a grid of 1e-9 degree (about 0.1 mm) repaired  both inputs repaired first, then the
//   grid
// If all fail, the error of the first is thrown.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/geometry/geometry.hpp"
#include "engine/overlay/rung.hpp"

namespace redline {

inline constexpr double GRID_DEGREES = 1e-9;

struct Climbed {
  Geometry geometry;
  Rung rung = Rung::robust;
};

Climbed intersection_by_ladder(Geometry const& a, Geometry const& b);
Climbed difference_by_ladder(Geometry const& a, Geometry const& b);
Climbed union_by_ladder(std::vector<Geometry> parts, int dimension);

}  // namespace redline
