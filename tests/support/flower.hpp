// A wavy outline of n corners around a place, for tests.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>

#include "engine/geometry/coordinates.hpp"

namespace redline {

inline Geometry flower(double x, double y, double size, int n) {
  Ring r;
  for (int k = 0; k < n; ++k) {
    auto const t = 2 * 3.14159265358979 * k / n, d = size * (1 + 0.2 * std::sin(9 * t) + 0.05 * std::sin(57 * t));
    r.push_back({x + d * std::cos(t), y + d * std::sin(t)});
  }
  r.push_back(r.front());
  return build({2, {{r}}});
}

}  // namespace redline
