#include "engine/crs/densify.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/error.hpp"
#include "engine/crs/local_metric.hpp"
#include "engine/geometry/coordinates.hpp"
#include "engine/measure/length.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

Ring walked(Point a, Point b, Transformation const& t) {
  return coordinates(to_lonlat(build({1, {{{a, b}}}}), t)).parts[0][0];
}

}  // namespace

TEST_CASE("an edge gets the same vertices to the last bit whichever way it is walked") {
  Transformation const t(Crs::parse("EPSG:4516"));
  for (int i = 0; i < 200; ++i) {
    Point const a{28400000.1 + i * 731.137, 4900000.7 + i * 317.77};
    Point const b{a.x + 21000.3 * std::cos(0.7 * i), a.y + 21000.3 * std::sin(0.7 * i)};
    auto there = walked(a, b, t), back = walked(b, a, t);
    std::reverse(back.begin(), back.end());
    INFO("edge " << i);
    REQUIRE(there.size() > 2);
    CHECK(there == back);
  }
}

TEST_CASE("neighbours with the same corners stay neighbours: no gap, no overlap") {
  Transformation const t(Crs::parse("EPSG:4516"));
  auto const west = to_lonlat(
      Geometry::from_wkt(
          "POLYGON ((28400000 4900000, 28430000.3 4900000, 28440000.7 4950000.1, 28400000 4950000, 28400000 4900000))"),
      t);
  auto const east = to_lonlat(Geometry::from_wkt("POLYGON ((28430000.3 4900000, 28460000 4900000, 28460000 4950000, "
                                                 "28440000.7 4950000.1, 28430000.3 4900000))"),
                              t);
  CHECK(only_dimension(intersection(west, east), 2).empty());
  std::vector<Geometry> both;
  both.push_back(west.clone());
  both.push_back(east.clone());
  auto const all = union_all(std::move(both), 2);
  CHECK(all.parts() == 1);
  CHECK(coordinates(all).parts[0].size() == 1);  // no hole left by a gap
}

TEST_CASE("edges given in longitude/latitude get no vertex, tight bounds more of them") {
  Transformation const geographic(Crs::parse("EPSG:4490")), plane(Crs::parse("EPSG:4516"));
  CHECK(to_lonlat(Geometry::from_wkt("LINESTRING (74 36, 96 49)"), geographic).vertices() == 2);
  auto const edge = Geometry::from_wkt("LINESTRING (28430000 4900000, 28480000 4900000)");
  auto const loose = to_lonlat(edge, plane, 1.0).vertices(), tight = to_lonlat(edge, plane, 0.001).vertices();
  // The bow of an edge grows with the square of its length: a bound 1000 times smaller needs about √1000 ≈ 32 times the
  // pieces.
  CHECK(tight > 10 * loose);
  CHECK(tight < 100 * loose);
}

TEST_CASE("what cannot be carried over is said: mixed collections, points without image; empty stays empty") {
  Transformation const t(Crs::parse("EPSG:4516"));
  auto const mixed = Geometry::from_wkt(
      "GEOMETRYCOLLECTION (POINT (28500000 4900000), LINESTRING (28500000 4900000, 28500100 4900000))");
  CHECK_THROWS_AS(to_lonlat(mixed, t), GeometryError);
  CHECK_THROWS_AS(corners_to_lonlat(mixed, t), GeometryError);
  CHECK(to_lonlat(Geometry::from_wkt("POLYGON EMPTY"), t).empty());
  CHECK_THROWS_AS(to_lonlat(Geometry::from_wkt("LINESTRING (28500000 4900000, 28500000 1e300)"), t), GeometryError);
}

TEST_CASE("the local metric is as wrong as its contract says, and no more") {
  for (double const lat : {0.0, 35.0, 44.0, 49.0})
    for (double const r : {1e3, 1e4, 1e5}) {
      LocalMetric const metric({85, lat});
      double worst = 0;
      for (int i = 0; i < 16; ++i)
        for (int j = 0; j < i; ++j) {
          Point const a{r * std::cos(0.39 * i), r * std::sin(0.39 * i)},
              b{r * std::cos(0.39 * j), r * std::sin(0.39 * j)};
          auto const flat = std::hypot(a.x - b.x, a.y - b.y);
          worst = std::max(worst, std::abs(flat / geodesic_distance_m(metric.to_lonlat(a), metric.to_lonlat(b)) - 1));
        }
      INFO("latitude " << lat << ", " << r << " m: " << worst);
      // The second term is the curvature that remains at the equator.
      CHECK(worst <= 1.1 * std::tan(lat * M_PI / 180) * r / 6.37e6 + std::pow(r / 6.37e6, 2));
    }
}
