#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/error.hpp"
#include "engine/crs/densify.hpp"
#include "engine/geometry/coordinates.hpp"
#include "engine/measure/area.hpp"
#include "engine/measure/length.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double A = 6378137, F = 1 / 298.257222101, E2 = F * (2 - F), RAD = M_PI / 180;

// Area between the equator and a latitude for one radian of longitude, in closed form (Snyder, 3-12).
double band(double degrees) {
  double const s = std::sin(degrees * RAD), e = std::sqrt(E2);
  return A * A * (1 - E2) / 2 * (s / (1 - E2 * s * s) + std::atanh(e * s) / e);
}

Geometry square_in_plane(Crs const& crs, Point low, double dx, double dy, double bound_m) {
  Transformation const t(crs);
  auto const g = Geometry::rectangle({low.x, low.y, low.x + dx, low.y + dy});
  return bound_m > 0 ? to_lonlat(g, t, bound_m) : corners_to_lonlat(g, t);
}

}  // namespace

TEST_CASE("boxes equal the closed form of the zone between two parallels, from a metre to a hemisphere") {
  for (auto const& [south, north] :
       {std::pair{44.0, 44.00001}, {44.0, 44.04}, {44.0, 44.06}, {34.0, 50.0}, {0.0, 90.0}, {-60.0, 60.0}}) {
    INFO(south << " to " << north);
    auto const whole = (band(north) - band(south)) * 0.01 * RAD;
    // The closed form loses digits in the difference of two numbers of 4e13 m², one in 2e-16 of them: 0.01 m² · 0.01
    // rad.
    CHECK_THAT(exact_area_m2(Geometry::rectangle({85, south, 85.01, north})), WithinAbs(whole, 1e-5 + 1e-12 * whole));
  }
}

TEST_CASE("slanted edges: a right triangle equals the integral of the closed form along its hypotenuse") {
  for (double const size : {0.049, 0.051, 0.49, 0.51, 3.0, 12.0}) {
    // Simpson's rule over 4000 strips: an error far below 1e-9 of the whole for these sizes.
    double sum = 0;
    int const n = 4000;
    for (int i = 0; i <= n; ++i) sum += (i == 0 || i == n ? 1 : i % 2 ? 4 : 2) * (band(40 + size * i / n) - band(40));
    double const expected = sum / 3 / n * size * RAD;
    INFO(size);
    auto const triangle = build({2, {{{{85, 40}, {85 + size, 40}, {85 + size, 40 + size}, {85, 40}}}}});
    CHECK_THAT(exact_area_m2(triangle), WithinAbs(expected, 1e-4 + 1e-11 * expected));
  }
}

TEST_CASE("how the four areas differ at 40°N, against figures worked out with other tools") {
  auto const crs = Crs::parse("EPSG:4537");  // central meridian 84°
  struct Case {
    double size_x, size_y, degrees_off, straight, geodesic, tdt1055;
  };
  for (auto const& c : {Case{1000, 1000, 0, 0, 0, 0}, Case{1000, 1000, 1.4, -351.7, -351.7, -351.7},
                        Case{10000, 10000, 0, -20.5, 0, 8.3}}) {
    Transformation const t(crs);
    auto const middle = t.inverse({84 + c.degrees_off, 40});
    Point const low{middle.x - c.size_x / 2, middle.y - c.size_y / 2};
    auto const corners = square_in_plane(crs, low, c.size_x, c.size_y, 0);
    INFO(c.size_x << " m, " << c.degrees_off << "° off");
    double const plane = c.size_x * c.size_y;
    CHECK_THAT(planar_area_m2(corners, 84), WithinAbs(plane, 1e-3));
    // The figures are given to 0.1 m² and do not say where exactly the square lies: 0.2 m² leave room for that.
    // A bound of d metres leaves up to 2/3 · d · perimeter: 1e-6 m on 40 km are 0.03 m².
    CHECK_THAT(exact_area_m2(square_in_plane(crs, low, c.size_x, c.size_y, 1e-6)) - plane, WithinAbs(c.straight, 0.2));
    CHECK_THAT(geodesic_area_m2(corners) - plane, WithinAbs(c.geodesic, 0.2));
    CHECK_THAT(tdt1055_area_m2(corners) - plane, WithinAbs(c.tdt1055, 0.2));
  }
}

TEST_CASE("a corner that has no place in the plane is an error, not an area") {
  CHECK_THROWS_AS(planar_area_m2(Geometry::rectangle({84, 89, 85, 95}), 84), GeometryError);
}

TEST_CASE("the length of a parallel is N cos φ Δλ; bearings of the four winds") {
  for (double const lat : {0.0, 36.0, 44.0, 49.0}) {
    double const n = A / std::sqrt(1 - E2 * std::sin(lat * RAD) * std::sin(lat * RAD));
    auto const line = build({1, {{{{80, lat}, {95, lat}}}}});
    CHECK_THAT(exact_length_m(line), WithinAbs(n * std::cos(lat * RAD) * 15 * RAD, 1e-6));
  }
  CHECK_THAT(bearing_deg({85, 44}, {85, 45}), WithinAbs(0, 1e-9));
  CHECK_THAT(bearing_deg({85, 44}, {85, 43}), WithinAbs(180, 1e-9));
  CHECK_THAT(bearing_deg({85, 0}, {84, 0}), WithinAbs(270, 1e-9));
  CHECK_THAT(bearing_deg({85, 44}, {85.001, 44}),
             WithinAbs(90, 0.001));  // a parallel leaves the geodesic by sin φ · Δλ / 2
}

TEST_CASE("a slanted line, cut anywhere, keeps its length; many geodesics along it agree") {
  auto const line = [](double s, double e) {
    return build({1, {{{{80 + 10 * s, 36 + 9 * s}, {80 + 10 * e, 36 + 9 * e}}}}});
  };
  double const whole = exact_length_m(line(0, 1));
  for (double const cut : {0.001, 0.3333, 0.75})
    CHECK_THAT(exact_length_m(line(0, cut)) + exact_length_m(line(cut, 1)), WithinAbs(whole, 1e-4));
  double geodesics = 0;
  for (int i = 0; i < 2000; ++i) {
    double const s = i / 2000.0, e = (i + 1) / 2000.0;
    geodesics += geodesic_distance_m({80 + 10 * s, 36 + 9 * s}, {80 + 10 * e, 36 + 9 * e});
  }
  CHECK_THAT(geodesics, WithinAbs(whole, 0.01));  // pieces of 650 m bow by 3 mm, which shortens each by 4e-8 m
}
