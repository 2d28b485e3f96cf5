// Two polygons split by each other, against GEOS; what is not plain is left to the ladder.
// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/split_by_polygon.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "engine/geometry/validity.hpp"
#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double SAME_M2 = 1e-4;  // crossings of edges of kilometres differ by nanometres

Coordinates box(double x0, double y0, double x1, double y1) {
  return coordinates(Geometry::rectangle({x0, y0, x1, y1}));
}

Coordinates star(std::mt19937& random) {
  std::uniform_real_distribution<double> unit(0, 1);
  Point const at{84 + unit(random) * 0.03, 44 + unit(random) * 0.03};
  Ring ring;
  for (int i = 0; i < 15; ++i) {
    auto const t = 2 * M_PI * i / 15, d = 0.01 + 0.02 * unit(random);
    ring.push_back({at.x + d * std::cos(t), at.y + d * std::sin(t)});
  }
  ring.push_back(ring.front());
  if (unit(random) < 0.5) std::reverse(ring.begin(), ring.end());
  return {2, {{ring}}};
}

}  // namespace

TEST_CASE("stars split by stars: both parts are those of GEOS, valid, and make up the whole", "[split]") {
  std::mt19937 random(11);
  int split = 0;
  for (int i = 0; i < 300; ++i) {
    INFO(i);
    auto const a = star(random), b = star(random);
    auto const parts = split_by_polygon(a, b);
    if (!parts) continue;
    ++split;
    auto const inside = build(parts->inside), outside = build(parts->outside);
    CHECK_FALSE(defect(inside));
    CHECK_FALSE(defect(outside));
    CHECK_THAT(exact_area_m2(inside), WithinAbs(exact_area_m2(intersection(build(a), build(b))), SAME_M2));
    CHECK_THAT(exact_area_m2(outside), WithinAbs(exact_area_m2(difference(build(a), build(b))), SAME_M2));
    CHECK_THAT(exact_area_m2(inside) + exact_area_m2(outside), WithinAbs(exact_area_m2(a), SAME_M2));
  }
  CHECK(split > 250);
}

TEST_CASE("one wholly inside or apart is told, a hole or a shared edge is not plain", "[split]") {
  auto const large = box(84, 44, 84.1, 44.1), small = box(84.02, 44.02, 84.03, 44.03);
  auto const inside = split_by_polygon(small, large);
  REQUIRE(inside);
  CHECK(inside->outside.parts.empty());
  CHECK(inside->inside.parts == small.parts);
  auto const apart = split_by_polygon(small, box(84.04, 44.02, 84.05, 44.03));
  REQUIRE(apart);
  CHECK(apart->inside.parts.empty());
  CHECK(apart->outside.parts == small.parts);
  CHECK_FALSE(split_by_polygon(large, small));                          // would leave a hole
  CHECK_FALSE(split_by_polygon(large, box(84.05, 44, 84.15, 44.1)));    // edges along each other
  CHECK_FALSE(split_by_polygon(large, box(84.1, 44.1, 84.15, 44.15)));  // a corner
  CHECK_FALSE(split_by_polygon(large, {2, {small.parts[0], box(85, 44, 85.1, 44.1).parts[0]}}));
}
