// Ground covered together, against boxes added by hand, GEOS's union and difference, and laws.
// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/union_area.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "engine/geometry/validity.hpp"
#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

// Doubles keep 1e-7 m² of the 1e9 m² summed here; GEOS places crossings with an error of nanometres on a kilometre.
constexpr double BY_HAND_M2 = 1e-6, AGAINST_GEOS_M2 = 1e-4;

Coordinates box(double x0, double y0, double x1, double y1) {
  return coordinates(Geometry::rectangle({x0, y0, x1, y1}));
}
double m2(double x0, double y0, double x1, double y1) { return exact_area_m2(box(x0, y0, x1, y1)); }

std::vector<Coordinates const*> all(std::vector<Coordinates> const& shapes) {
  std::vector<Coordinates const*> out;
  for (auto const& s : shapes) out.push_back(&s);
  return out;
}

// A star, with a hole where it has many corners.
Coordinates star(std::mt19937& random) {
  std::uniform_real_distribution<double> unit(0, 1);
  auto const n = 5 + static_cast<int>(unit(random) * 30);
  Point const at{84 + unit(random) * 0.05, 44 + unit(random) * 0.05};
  RingsOfPart rings(n > 20 ? 2 : 1);
  for (int i = 0; i < n; ++i) {
    auto const t = 2 * M_PI * i / n, d = 0.01 + 0.02 * unit(random);
    rings[0].push_back({at.x + d * std::cos(t), at.y + d * std::sin(t)});
    if (n > 20) rings[1].push_back({at.x + 0.005 * std::cos(-t), at.y + 0.005 * std::sin(-t)});
  }
  for (auto& r : rings) r.push_back(r.front());
  return {2, {rings}};
}

// Cells of a grid of a quarter of a minute, as blocks of exploration rights are: corners and edges fall together.
Coordinates blocks(std::mt19937& random) {
  std::uniform_int_distribution<int> place(0, 12), size(1, 6);
  std::vector<Geometry> cells;
  for (int i = 0; i < 4; ++i) {
    auto const x = place(random), y = place(random), w = size(random), h = size(random);
    cells.push_back(Geometry::rectangle({84 + x / 240.0, 44 + y / 240.0, 84 + (x + w) / 240.0, 44 + (y + h) / 240.0}));
  }
  return coordinates(union_by_ladder(std::move(cells), 2).geometry);
}

void agrees_with_geos(std::vector<Coordinates> const& shapes) {
  std::vector<Geometry> others;
  for (std::size_t i = 1; i < shapes.size(); ++i) others.push_back(build(shapes[i]));
  auto const whole = build(shapes[0]);
  auto const together = union_by_ladder(std::move(others), 2).geometry;
  auto const pointers = all(shapes);
  auto const area = covered_area(shapes[0], {pointers.begin() + 1, pointers.end()});
  CHECK_THAT(area.covered_m2, WithinAbs(exact_area_m2(together), AGAINST_GEOS_M2));
  CHECK_THAT(area.left_m2, WithinAbs(exact_area_m2(difference_by_ladder(whole, together).geometry), AGAINST_GEOS_M2));
  CHECK_THAT(union_area_m2(pointers), WithinAbs(area.covered_m2 + area.left_m2, BY_HAND_M2));  // |A∪B| = |B| + |A−B|
}

}  // namespace

TEST_CASE("boxes that overlap, touch, repeat and lie apart are counted once", "[union_area]") {
  std::vector<Coordinates> const shapes{box(84, 44, 84.02, 44.02), box(84.01, 44.01, 84.03, 44.03),
                                        box(84.03, 44.01, 84.04, 44.03), box(84, 44, 84.02, 44.02),
                                        box(84.2, 44, 84.21, 44.01)};
  auto const hand = m2(84, 44, 84.02, 44.02) + m2(84.01, 44.01, 84.04, 44.03) - m2(84.01, 44.01, 84.02, 44.02) +
                    m2(84.2, 44, 84.21, 44.01);
  CHECK_THAT(union_area_m2(all(shapes)), WithinAbs(hand, BY_HAND_M2));
  CHECK(union_area_m2({}) == 0);
}

TEST_CASE("a hole counts as ground where another polygon covers it, and what is left is the rest", "[union_area]") {
  auto holed = box(84, 44, 84.04, 44.04);
  holed.parts[0].push_back(box(84.01, 44.01, 84.03, 44.03).parts[0][0]);
  auto const inner = box(84.02, 44.02, 84.05, 44.025);
  auto const covered = m2(84.02, 44.02, 84.03, 44.025) + m2(84.03, 44.02, 84.05, 44.025);
  auto const area = covered_area(holed, {&inner});
  CHECK_THAT(area.covered_m2, WithinAbs(covered, BY_HAND_M2));
  CHECK_THAT(area.left_m2, WithinAbs(exact_area_m2(holed) - m2(84.03, 44.02, 84.04, 44.025), BY_HAND_M2));
}

TEST_CASE("stars and blocks of a grid agree with GEOS", "[union_area]") {
  std::mt19937 random(20190331);
  for (int i = 0; i < 200; ++i) {
    INFO(i);
    std::vector<Coordinates> shapes;
    for (int k = 0; k < 2 + i % 7; ++k) shapes.push_back(i % 2 ? blocks(random) : star(random));
    agrees_with_geos(shapes);
  }
}

TEST_CASE("the order of polygons changes nothing beyond rounding", "[union_area]") {
  std::mt19937 random(7);
  std::vector<Coordinates> shapes;
  for (int k = 0; k < 40; ++k) shapes.push_back(k % 3 ? star(random) : blocks(random));
  auto const first = union_area_m2(all(shapes));
  for (int i = 0; i < 5; ++i) {
    std::shuffle(shapes.begin(), shapes.end(), random);
    CHECK_THAT(union_area_m2(all(shapes)), WithinAbs(first, BY_HAND_M2));
  }
}
