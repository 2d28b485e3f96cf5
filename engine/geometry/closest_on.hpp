// The point of the segment a-b that is closest to p, and the square of the distance of two points, in the plane.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>

#include "engine/geometry/bounds.hpp"

namespace redline {

inline Point closest_on(Point p, Point a, Point b) {
  auto const dx = b.x - a.x, dy = b.y - a.y;
  auto const length2 = dx * dx + dy * dy;
  if (length2 == 0) return a;
  auto const t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0);
  return {a.x + t * dx, a.y + t * dy};
}

inline double square_distance(Point a, Point b) { return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y); }

}  // namespace redline
