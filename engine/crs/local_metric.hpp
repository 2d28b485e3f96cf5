// A tangent metric around a point of the ellipsoid: metres east and north of the origin by the radii of curvature
// there. Affine in longitude and latitude: edges straight there stay straight. Distances between points within r metres
// of the origin are wrong by a factor of at most 1 ± 1.1 · tan|latitude| · r / 6.37e6: at 44°, 1.7e-4 within 1
// km, 1.7e-3 within 10 km, 1.7 % within 100 km.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>

#include "engine/geometry/bounds.hpp"
#include "engine/measure/ellipsoid.hpp"

namespace redline {

class LocalMetric {
 public:
  explicit LocalMetric(Point origin) : m_origin(origin) {
    auto const s = std::sin(origin.y * RADIANS), w2 = 1 - ellipsoid::E2 * s * s;
    m_north = ellipsoid::A * (1 - ellipsoid::E2) / (w2 * std::sqrt(w2)) * RADIANS;
    m_east = ellipsoid::A / std::sqrt(w2) * std::cos(origin.y * RADIANS) * RADIANS;
  }
  Point to_m(Point p) const { return {(p.x - m_origin.x) * m_east, (p.y - m_origin.y) * m_north}; }
  Point to_lonlat(Point m) const { return {m_origin.x + m.x / m_east, m_origin.y + m.y / m_north}; }

 private:
  Point m_origin;
  double m_north, m_east;
};

}  // namespace redline
