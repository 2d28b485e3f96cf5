// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/inward.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "engine/cut/print_frame.hpp"
#include "engine/cut/round_inward.hpp"
#include "engine/geometry/validity.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

Ring star(std::mt19937& random, Point at, double reach, std::size_t n) {
  std::uniform_real_distribution<double> radius(0.4 * reach, reach);
  Ring out;
  for (std::size_t i = 0; i < n; ++i) {
    auto const angle = 2 * M_PI * static_cast<double>(i) / static_cast<double>(n), r = radius(random);
    out.push_back({at.x + r * std::cos(angle), at.y + r * std::sin(angle)});
  }
  return out;
}

bool inside(std::vector<RingsOfPart> const& parts, Point p) {  // by counting crossings, over all rings
  bool in = false;
  for (auto const& part : parts)
    for (auto const& ring : part)
      for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y > p.y) != (ring[j].y > p.y) &&
            p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
          in = !in;
  return in;
}

double area(std::vector<RingsOfPart> const& parts) {
  double sum = 0;
  for (auto const& part : parts)
    for (auto const& ring : part) sum += twice_signed_area(ring) / 2;
  return sum;
}

std::size_t corners(std::vector<RingsOfPart> const& parts) {
  std::size_t n = 0;
  for (auto const& part : parts)
    for (auto const& ring : part) n += ring.size();
  return n;
}

bool never(Point) { return false; }

}  // namespace

// Against brute force: no point that was outside is inside afterwards, the area lost is what was said, the boundary
// stays simple.
TEST_CASE("fewer corners, towards the inside alone", "[cut]") {
  std::mt19937 random(1994);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    RingsOfPart part{star(random, {0, 0}, 1000, 5 + random() % 200)};
    auto hole = star(random, {20, -10}, 300, 3 + random() % 100);
    std::reverse(hole.begin(), hole.end());
    part.push_back(hole);
    std::vector<RingsOfPart> const before{part};
    auto after = before;
    auto const budget = area(before) * (round % 3 == 0 ? 0.001 : round % 3 == 1 ? 0.01 : 0.3);
    auto const lost = simplify_inward(after, budget, never);
    CHECK(lost <= budget);
    CHECK_THAT(area(before) - area(after), WithinAbs(lost, 1e-6));
    CHECK(corners(after) <= corners(before));
    CHECK_FALSE(defect(closed(after)));
    std::uniform_real_distribution<double> place(-1000, 1000);
    for (int k = 0; k < 2000; ++k) {
      Point const p{place(random), place(random)};
      if (inside(after, p) && !inside(before, p)) FAIL("ground was taken at " << p.x << " " << p.y);
    }
    CHECK(difference(closed(after), closed(before)).planar_area() < 1e-6);
  }
}

TEST_CASE("a convex corner is cut, an edge between reflex ones is replaced by one corner", "[cut]") {
  std::vector<RingsOfPart> parts{{{{0, 0}, {10, 0}, {10, 9.9}, {9.9, 10}, {0, 10}}}};
  CHECK_THAT(simplify_inward(parts, 1, never), WithinAbs(0.5, 0.5));
  CHECK(parts[0][0].size() == 4);
  std::vector<RingsOfPart> reflex{{{{0, 0}, {20, 0}, {20, 10}, {10.1, 10}, {10, 10.1}, {10, 20}, {0, 20}}}};
  CHECK_THAT(simplify_inward(reflex, 0.006, never), WithinAbs(0.005, 1e-12));
  REQUIRE(reflex[0][0].size() == 6);
  CHECK(reflex[0][0][3] == Point{10, 10});
  // a single reflex corner between convex ones: one edge is drawn on to the side
  std::vector<RingsOfPart> single{{{{0, 0}, {20, 0}, {20, 10}, {10, 9.9}, {0, 10}}}};
  CHECK_THAT(simplify_inward(single, 1, never), WithinAbs(1, 1e-9));
  CHECK(single[0][0].size() == 4);
}

TEST_CASE("corners that must stay, stay; no budget changes nothing", "[cut]") {
  std::vector<RingsOfPart> const given{{{{0, 0}, {10, 0}, {10, 9.9}, {9.9, 10}, {0, 10}}}};
  auto parts = given;
  CHECK(simplify_inward(parts, 100, [](Point) { return true; }) == 0);
  CHECK(parts == given);
  CHECK(simplify_inward(parts, 0, never) == 0);
  CHECK(parts == given);
}

TEST_CASE("rounding inwards: whole numbers, nothing outside, little lost", "[cut]") {
  std::mt19937 random(2019);
  int valid = 0;
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    std::vector<RingsOfPart> const before{{star(random, {0.5, 0.25}, 5000, 4 + random() % 40)}};
    auto const ground = closed(before);
    auto const after = round_inward(before, ground);
    REQUIRE(after.size() == 1);
    for (auto const& p : after[0][0]) {
      CHECK(p.x == std::round(p.x));
      CHECK(p.y == std::round(p.y));
    }
    auto const g = closed(after);
    if (defect(g)) continue;
    ++valid;
    CHECK(difference(g, ground).planar_area() < 1e-3 * ground.planar_length());
    CHECK(area(before) - area(after) < 6 * ground.planar_length());
  }
  CHECK(valid >= 55);
}
