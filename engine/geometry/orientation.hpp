// On which side of a line a point lies, told only beyond rounding (Shewchuk's bound for orient2d in doubles). Plane
// coordinates. side(): 1 p left of a-b, -1 right, 0 on the line or too near to tell. may_meet(): false only where the
// segments a-b and c-d surely share no point.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/geometry/bounds.hpp"

namespace redline {

inline int side(Point a, Point b, Point p) {
  constexpr double UNIT = std::numeric_limits<double>::epsilon() / 2, BOUND = (3 + 16 * UNIT) * UNIT;
  auto const left = (a.x - p.x) * (b.y - p.y), right = (a.y - p.y) * (b.x - p.x), d = left - right;
  auto const doubt = BOUND * (std::abs(left) + std::abs(right));
  return d > doubt ? 1 : d < -doubt ? -1 : 0;
}

inline bool may_meet(Point a, Point b, Point c, Point d) {
  if (std::max(a.x, b.x) < std::min(c.x, d.x) || std::max(c.x, d.x) < std::min(a.x, b.x)) return false;
  if (std::max(a.y, b.y) < std::min(c.y, d.y) || std::max(c.y, d.y) < std::min(a.y, b.y)) return false;
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

}  // namespace redline
