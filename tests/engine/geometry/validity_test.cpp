#include "engine/geometry/validity.hpp"

#include <catch2/catch.hpp>

using namespace redline;
using Catch::Matchers::WithinAbs;

TEST_CASE("a defect has a reason and a place") {
  auto const d = defect(Geometry::from_wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))"));
  REQUIRE(d.has_value());
  CHECK(d->reason == "Self-intersection");
  CHECK_THAT(d->place.x, WithinAbs(1.0, 1e-12));
  CHECK_THAT(d->place.y, WithinAbs(1.0, 1e-12));
  CHECK_FALSE(defect(Geometry::rectangle({0, 0, 1, 1})).has_value());
}

TEST_CASE("repair by structure: measured areas of the known hard cases") {
  auto const fixed = [](char const* wkt) { return repair(Geometry::from_wkt(wkt)); };
  auto const overlapping = fixed("MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 1, 3 1, 3 3, 1 3, 1 1)))");
  CHECK_THAT(overlapping.area_before, WithinAbs(8.0, 1e-12));  // counted twice where the squares overlap
  CHECK_THAT(overlapping.area_after, WithinAbs(7.0, 1e-12));
  auto const hole_outside = fixed("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (7 2, 13 2, 13 7, 7 7, 7 2))");
  CHECK_THAT(hole_outside.area_after, WithinAbs(85.0, 1e-12));
  auto const bow_tie = fixed("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))");
  CHECK_THAT(bow_tie.area_before, WithinAbs(0.0, 1e-12));
  CHECK_THAT(bow_tie.area_after, WithinAbs(2.0, 1e-12));
  CHECK_FALSE(defect(bow_tie.geometry).has_value());
}
