// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/strip.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "engine/measure/ellipsoid.hpp"

namespace redline {
namespace {

double density(double phi) {
  auto const w = 1 - ellipsoid::E2 * std::pow(std::sin(phi), 2);
  return ellipsoid::B * ellipsoid::B * std::cos(phi) / (w * w);
}

// Simpson's rule over 200 parts: errs by less than 1e-15 of the strip up to one degree.
EdgeIntegrals by_simpson(double p1, double p2) {
  constexpr int PARTS = 200;
  auto const h = (p2 - p1) / PARTS;
  EdgeIntegrals out;
  for (int i = 0; i <= PARTS; ++i) {
    auto const weight = (i == 0 || i == PARTS ? 1 : i % 2 ? 4 : 2) * h / 3 * density(p1 + i * h);
    out.strip += weight;
    out.moment += weight * (PARTS - i) / PARTS;
  }
  return out;
}

}  // namespace

TEST_CASE("the strip beside an edge is that of a fine quadrature, up and down, short and long", "[measure]") {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> latitude(-80, 80);
  for (double const degrees : {1e-7, 1e-4, 0.01, 0.0499, 0.0501, 0.3, 1.0})
    for (int i = 0; i < 40; ++i) {
      auto const p1 = latitude(random) * RADIANS, p2 = p1 + (i % 2 ? 1 : -1) * degrees * RADIANS;
      auto const found = strip_under(p1, p2), wanted = by_simpson(p1, p2);
      auto const whole = std::abs(wanted.strip);  // m² per radian: 1e-11 of it is 1e-3 m² for a degree of longitude
      INFO(p1 / RADIANS << " " << degrees);
      CHECK_THAT(found.strip, Catch::WithinAbs(wanted.strip, 1e-11 * whole));
      CHECK_THAT(found.moment, Catch::WithinAbs(wanted.moment, 1e-11 * whole));
    }
}

}  // namespace redline
