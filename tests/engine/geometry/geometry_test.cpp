#include "engine/geometry/geometry.hpp"

#include <catch2/catch.hpp>

#include "engine/core/error.hpp"
#include "engine/geometry/coordinates.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

TEST_CASE("WKB and WKT round trips keep every vertex") {
  auto const g = Geometry::from_wkt("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 1))");
  auto const again = Geometry::from_wkb(g.wkb());
  CHECK(again.wkt() == g.wkt());
  CHECK(g.vertices() == 9);
  CHECK(build(coordinates(g)).wkt() == "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 1)))");
}

TEST_CASE("a predicate on a bow-tie is an error, not an answer") {
  auto const bow_tie = Geometry::from_wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))");
  auto const square = Geometry::from_wkt("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))");
  CHECK_THROWS_AS(covers(bow_tie, square), GeometryError);
  CHECK_THROWS_AS(intersection(bow_tie, square), GeometryError);
}

TEST_CASE("broken bytes are an error with the operation named") {
  Wkb const broken{1, 3, 0, 0};
  CHECK_THROWS_AS(Geometry::from_wkb(broken), GeometryError);
  CHECK_THROWS_AS(Geometry::from_wkt("POLYGON ((0 0"), GeometryError);
}

TEST_CASE("an intersection of mixed dimension is taken apart, nothing more and nothing less") {
  auto const a = Geometry::from_wkt("POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))");
  auto const b = Geometry::from_wkt("POLYGON ((3 0, 6 0, 6 3, 2 3, 2 2, 3 2, 3 0))");
  auto const both = intersection(a, b);
  CHECK_THAT(only_dimension(both, 2).planar_area(), WithinAbs(1.0, 1e-12));
  CHECK_THAT(only_dimension(both, 1).planar_length(), WithinAbs(2.0, 1e-12));
  CHECK(only_dimension(both, 0).empty());
}

TEST_CASE("area laws on a grid of shifted squares: |A| = |A∩B| + |A−B| and symmetry") {
  for (int i = 0; i < 25; ++i) {
    auto const a = Geometry::rectangle({0, 0, 4, 3});
    double const dx = i % 5 - 2.0, dy = i / 5 - 2.0;
    auto const b = Geometry::rectangle({dx, dy, dx + 4, dy + 3});
    CHECK_THAT(intersection(a, b).planar_area() + difference(a, b).planar_area(), WithinAbs(12.0, 1e-12));
    CHECK_THAT(intersection(a, b).planar_area() - intersection(b, a).planar_area(), WithinAbs(0.0, 1e-12));
  }
}

TEST_CASE("dimension, emptiness and bounds of the edge cases") {
  CHECK(Geometry().null());
  CHECK(Geometry().empty());
  CHECK(Geometry::from_wkt("POLYGON EMPTY").dimension() == -1);
  CHECK(Geometry::from_wkt("POLYGON EMPTY").bounds().empty());
  CHECK(Geometry::from_wkt("GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 1 1))").dimension() == -1);
  CHECK(Geometry::from_wkt("MULTIPOINT ((1 2), (3 4))").dimension() == 0);
  CHECK_FALSE(
      all_finite(coordinates(Geometry::from_wkb(Geometry::point({1, std::numeric_limits<double>::infinity()}).wkb()))));
}
