// How far a point lies from an edge, in the plane.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>

#include "engine/geometry/bounds.hpp"

namespace redline {

inline double edge_distance(Point p, Point a, Point b) {
  auto const dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
  auto const along = length2 > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2 : 0;
  if (along <= 0) return std::hypot(p.x - a.x, p.y - a.y);
  if (along >= 1) return std::hypot(p.x - b.x, p.y - b.y);
  return std::abs((a.y - p.y) * dx - (a.x - p.x) * dy) / length2 * std::sqrt(length2);
}

}  // namespace redline
