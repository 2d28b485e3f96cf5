// The box around another that holds every point within `radius_m` metres of it, longitude/latitude in EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>

#include "engine/geometry/bounds.hpp"
#include "engine/measure/ellipsoid.hpp"

namespace redline {

inline Bounds around(Bounds const& b, double radius_m) {
  constexpr double METRES_PER_DEGREE = 110574;  // the shortest degree of latitude
  auto const dy = radius_m / METRES_PER_DEGREE;
  auto const lat = std::min(89.0, std::max(std::abs(b.min_y), std::abs(b.max_y)) + dy);
  return b.expanded(dy / std::cos(lat * RADIANS), dy);
}

}  // namespace redline
