// The ladder of robustness for one overlay operation, from strong to weak evidence; the rung that gave the result is
// recorded:
//   robust    GEOS OverlayNG with floating precision. Where lines nearly coincide it may snap them, in steps up to 1e-8
//             of the coordinates (a decimetre in degrees), and does not say so: who needs to know compares measures
//   grid      the same on a grid of 14 digits (1e-12 degree below 100 degrees); if that fails, of 11 digits
//   repaired  both inputs repaired first, then the grid of 11 digits
// It begins at the rung `from`. If all fail, the error of the first is thrown.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/geometry/geometry.hpp"
#include "engine/overlay/rung.hpp"

namespace redline {

struct Climbed {
  Geometry geometry;
  Rung rung = Rung::robust;
};

Climbed intersection_by_ladder(Geometry const& a, Geometry const& b, Rung from = Rung::robust);
Climbed difference_by_ladder(Geometry const& a, Geometry const& b, Rung from = Rung::robust);
Climbed union_by_ladder(std::vector<Geometry> parts, int dimension, Rung from = Rung::robust);

}  // namespace redline
