// Splitting by a line against GEOS, and zones side by side.
// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/halve.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

#include "engine/basemap/side_by_side.hpp"
#include "engine/geometry/oriented_rings.hpp"
#include "engine/geometry/validity.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

Ring star(std::mt19937& random, double x, double y, double size, int n) {
  std::uniform_real_distribution<double> unit(0.4, 1);
  Ring r;
  for (int i = 0; i < n; ++i) {
    auto const t = 2 * M_PI * i / n, d = size * unit(random);
    r.push_back({x + d * std::cos(t), y + d * std::sin(t)});
  }
  r.push_back(r.front());
  return r;
}

Ring box(double x0, double y0, double x1, double y1) { return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}; }

}  // namespace

TEST_CASE("both halves together are the whole, each is what GEOS cuts out") {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> at(-0.9, 0.9);
  int split = 0;
  for (int i = 0; i < 200; ++i) {
    auto const whole =
        build({2, {{star(random, 0, 0, 1, 80), star(random, 0, 0, 0.35, 40)}, {star(random, 3, 0, 1, 50)}}});
    auto rings = oriented_rings(coordinates(whole));
    auto const axis = i % 2 ? Axis::x : Axis::y;
    auto const line = at(random);
    auto const halves = split_by_line(rings, axis, line);
    if (!halves) continue;
    ++split;
    auto const below = build(parts_of(halves->below)), above = build(parts_of(halves->above));
    INFO(i);
    REQUIRE_FALSE(defect(below));
    REQUIRE_FALSE(defect(above));
    auto const frame = axis == Axis::x ? Bounds{-9, -9, line, 9} : Bounds{-9, -9, 9, line};
    CHECK_THAT(below.planar_area(), WithinAbs(intersection(whole, Geometry::rectangle(frame)).planar_area(), 1e-12));
    CHECK_THAT(below.planar_area() + above.planar_area(), WithinAbs(whole.planar_area(), 1e-12));
    CHECK_FALSE(interiors_meet(below, above));
  }
  CHECK(split == 200);
}

TEST_CASE("a line through a corner is refused and the rings stay whole") {
  std::vector<Ring> rings{box(0, 0, 2, 2)};
  CHECK_FALSE(split_by_line(rings, Axis::x, 2));
  CHECK(rings.at(0) == box(0, 0, 2, 2));
  CHECK(split_by_line(rings, Axis::x, 1));
}

TEST_CASE("zones side by side in a frame") {
  Bounds const frame{0, 0, 4, 4};
  auto const left = box(0, 0, 2, 4), right = box(2, 0, 4, 4);
  Ring const left_with_corner{{0, 0}, {2, 0}, {2, 1}, {2, 4}, {0, 4}, {0, 0}};
  Ring hole = box(1, 1, 2, 2);
  std::reverse(hole.begin(), hole.end());
  CHECK(side_by_side(frame, {left}, {right}));
  CHECK(side_by_side(frame, {box(0, 0, 4, 4), hole}, {box(1, 1, 2, 2)}));  // an island in its hole
  CHECK(side_by_side(frame, {box(0, 0, 1, 4)}, {box(3, 0, 4, 4)}));        // apart
  CHECK_FALSE(side_by_side(frame, {left_with_corner}, {right}));           // borders digitized differently: GEOS
  CHECK_FALSE(side_by_side(frame, {box(0, 0, 2.5, 4)}, {right}));          // overlap
  CHECK_FALSE(side_by_side(frame, {box(0, 0, 4, 4)}, {right}));            // fills the frame
  CHECK_FALSE(side_by_side(frame, {left}, {left}));                        // the same ground twice
  CHECK_FALSE(side_by_side(frame, {left}, {box(0.5, 1, 1, 2)}));           // one inside the other
  CHECK_FALSE(side_by_side(frame, {box(0.5, 1, 1, 2)}, {left}));
}
