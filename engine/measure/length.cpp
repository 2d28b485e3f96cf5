// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/length.hpp"

#include <array>
#include <cmath>

#include "engine/geometry/coordinates.hpp"
#include "engine/measure/earth.hpp"

namespace redline {
namespace {

namespace el = ellipsoid;

double arc_element(double phi, double dphi, double dlambda) {
  auto const s = std::sin(phi), w2 = 1 - el::E2 * s * s, w = std::sqrt(w2);
  return std::hypot(el::A * (1 - el::E2) / (w2 * w) * dphi, el::A / w * std::cos(phi) * dlambda);
}

double edge(Point a, Point b) {
  static constexpr std::array<std::array<double, 2>, 3> GAUSS{
      {{0, 8.0 / 9}, {0.774596669241483377, 5.0 / 9}, {-0.774596669241483377, 5.0 / 9}}};
  auto const dphi = (b.y - a.y) * RADIANS, dlambda = (b.x - a.x) * RADIANS;
  auto const steps = std::max(1, static_cast<int>(std::abs(b.y - a.y) / 0.1) + 1);
  double sum = 0;
  for (int i = 0; i < steps; ++i)
    for (auto const& [x, w] : GAUSS)
      sum += w / 2 * arc_element(a.y * RADIANS + (i + 0.5 + x / 2) / steps * dphi, dphi / steps, dlambda / steps);
  return sum;
}

}  // namespace

double exact_length_m(Geometry const& g) {
  double sum = 0;
  for (auto const& part : coordinates(g).parts)
    for (auto const& ring : part)
      for (std::size_t i = 1; i < ring.size(); ++i) sum += edge(ring[i - 1], ring[i]);
  return sum;
}

double geodesic_distance_m(Point a, Point b) {
  double metres = 0;
  geod_inverse(&earth(), a.y, a.x, b.y, b.x, &metres, nullptr, nullptr);
  return metres;
}

double bearing_deg(Point a, Point b) {
  double azimuth = 0;
  geod_inverse(&earth(), a.y, a.x, b.y, b.x, nullptr, &azimuth, nullptr);
  return azimuth < 0 ? azimuth + 360 : azimuth;
}

}  // namespace redline
