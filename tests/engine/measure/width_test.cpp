#include "engine/measure/width.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "engine/crs/local_metric.hpp"
#include "engine/geometry/coordinates.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

Geometry in_metres(std::vector<Point> corners) {
  LocalMetric const metric({85, 44});
  Ring r;
  for (auto const& p : corners) r.push_back(metric.to_lonlat(p));
  r.push_back(r.front());
  return build({2, {{r}}});
}

}  // namespace

TEST_CASE("widths of shapes whose largest circle is known") {
  CHECK_THAT(largest_circle(in_metres({{0, 0}, {100, 0}, {100, 100}, {0, 100}})).width_m, WithinAbs(100, 1.0));
  CHECK_THAT(largest_circle(in_metres({{0, 0}, {1000, 0}, {1000, 30}, {0, 30}})).width_m, WithinAbs(30, 0.3));
  // A right triangle with legs a, b and hypotenuse c has an incircle of diameter a + b − c.
  CHECK_THAT(largest_circle(in_metres({{0, 0}, {300, 0}, {0, 400}})).width_m, WithinAbs(200, 2.0));
}

TEST_CASE("thin strips: a centimetre over kilometres, and narrower than anything real") {
  CHECK_THAT(largest_circle(in_metres({{0, 0}, {5000, 0}, {5000, 0.01}, {0, 0.01}})).width_m, WithinAbs(0.01, 0.001));
  CHECK(largest_circle(in_metres({{0, 0}, {5000, 0}, {5000, 1e-7}, {0, 1e-7}})).width_m < 1e-5);
}

TEST_CASE("the centre lies inside, and no point tried at random lies deeper than the circle") {
  std::mt19937 rng(7);
  std::uniform_real_distribution<double> u(0, 1);
  for (int i = 0; i < 30; ++i) {
    std::vector<Point> corners;
    for (int k = 0; k < 13; ++k) {
      auto const d = 100 + 900 * u(rng);
      corners.push_back({d * std::cos(0.4833 * k), d * std::sin(0.4833 * k)});
    }
    auto const g = in_metres(corners);
    auto const circle = largest_circle(g);
    INFO("case " << i);
    CHECK(covers(g, Geometry::point(circle.centre)));
    LocalMetric const metric(g.bounds().centre());
    auto const outline = transform(g, [&](Point p) { return metric.to_m(p); });
    double oracle = 0;
    auto* mic = GEOSMaximumInscribedCircle_r(geos::context(), outline.get(), 0.5);
    geos::check(GEOSLength_r(geos::context(), mic, &oracle), "length");
    GEOSGeom_destroy_r(geos::context(), mic);
    CHECK_THAT(circle.width_m, WithinAbs(2 * oracle, 0.02 * oracle + 1.5));
  }
}
