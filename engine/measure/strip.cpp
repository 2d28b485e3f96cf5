// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/strip.hpp"

#include <array>
#include <cmath>

#include "engine/measure/ellipsoid.hpp"

namespace redline {
namespace {

namespace el = ellipsoid;

double strip_density(Latitude const& at) {
  auto const w = 1 - el::E2 * at.sine * at.sine;
  return el::B * el::B * at.cosine / (w * w);
}

struct GaussPoint {
  double x, w;
};
constexpr std::array<GaussPoint, 5> GAUSS5{{{0, 128.0 / 225},
                                            {0.538469310105683091, 0.478628670499366468},
                                            {-0.538469310105683091, 0.478628670499366468},
                                            {0.906179845938663993, 0.236926885056189088},
                                            {-0.906179845938663993, 0.236926885056189088}}};

// By the sines of the difference up to half a degree: what the series leave out is below 1e-20.
Latitude at(double radians, Latitude const& known) {
  auto const d = radians - known.radians, d2 = d * d;
  if (std::abs(d) > 0.5 * RADIANS) return Latitude(radians);
  constexpr auto OVER = [](double n) { return 1 / n; };  // no division is left for the run
  auto const sd = d * (1 - OVER(6) * d2 * (1 - OVER(20) * d2 * (1 - OVER(42) * d2)));
  auto const cd = 1 - OVER(2) * d2 * (1 - OVER(12) * d2 * (1 - OVER(30) * d2));
  return {radians, known.sine * cd + known.cosine * sd, known.cosine * cd - known.sine * sd};
}

// Two Gauss points err by h³/1000 of the strip for an edge of h radians of latitude: below 1e-12 up to 0.05 degree.
EdgeIntegrals of_short_edge(double p1, double h, Latitude const& known) {
  constexpr double X = 0.577350269189625765;
  auto const middle = p1 + h / 2, d = X * h / 2;
  auto const near = h / 2 * strip_density(at(middle - d, known));
  auto const far = h / 2 * strip_density(at(middle + d, known));
  return {near + far, (1 + X) / 2 * near + (1 - X) / 2 * far};
}

// Five points serve up to half a degree, to rounding.
void integrate(double p1, double h, double t0, double t1, EdgeIntegrals& out) {
  auto const half = (t1 - t0) / 2, mid = (t0 + t1) / 2;
  for (auto const& g : GAUSS5) {
    auto const t = mid + half * g.x, phi = p1 + t * h;
    auto const value = g.w * half * h * strip_density(Latitude(phi));
    out.strip += value;
    out.moment += (1 - t) * value;
  }
}

}  // namespace

Latitude::Latitude(double p) : radians(p), sine(std::sin(p)), cosine(std::cos(p)) {}

EdgeIntegrals strip_under(double p1, double p2) { return strip_under(p1, p2, Latitude(p1)); }

EdgeIntegrals strip_under(double p1, double p2, Latitude const& known) {
  auto const h = p2 - p1;
  if (std::abs(h) < 0.05 * RADIANS) return of_short_edge(p1, h, known);
  EdgeIntegrals out;
  auto const parts = static_cast<int>(std::abs(h) / (0.5 * RADIANS)) + 1;
  for (int i = 0; i < parts; ++i)
    integrate(p1, h, static_cast<double>(i) / parts, static_cast<double>(i + 1) / parts, out);
  return out;
}

}  // namespace redline
