// Every m² has one class: against a grid that is coloured cell by cell, and as laws on random polygons. A class only
// rises, but where a piece takes back what stood.
// Tolerances: 0.01 m² + 1e-9 of the whole, the bound of the balance itself. SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/ground.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "engine/geometry/coordinates.hpp"
#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double STEP = 0.001;  // degrees
constexpr int CELLS = 24;
constexpr Point ORIGIN{90, 42};

struct Box {
  int x0, y0, x1, y1;
  StageClass c;
  bool takes_back = false;
};

Geometry rectangle(Box const& b) {
  return Geometry::rectangle(
      {ORIGIN.x + b.x0 * STEP, ORIGIN.y + b.y0 * STEP, ORIGIN.x + b.x1 * STEP, ORIGIN.y + b.y1 * STEP});
}

std::vector<Box> random_boxes(std::mt19937& random, int n) {
  std::vector<Box> out;
  auto const below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
  for (int i = 0; i < n; ++i) {
    int const x = below(CELLS - 1), y = below(CELLS - 1);
    out.push_back(
        {x, y, x + 1 + below(CELLS - x), y + 1 + below(CELLS - y), static_cast<StageClass>(below(4)), below(4) == 0});
  }
  return out;
}

std::array<double, 4> by_colouring(std::vector<Box> const& boxes) {
  std::array<std::array<int, CELLS + 1>, CELLS + 1> colour{};
  for (auto const& b : boxes)
    for (int x = b.x0; x < b.x1; ++x)
      for (int y = b.y0; y < b.y1; ++y)
        if (auto& c = colour[static_cast<std::size_t>(x)][static_cast<std::size_t>(y)];
            b.takes_back || c < 1 + static_cast<int>(b.c))
          c = 1 + static_cast<int>(b.c);
  std::array<double, 4> out{};
  for (int x = 0; x <= CELLS; ++x)
    for (int y = 0; y <= CELLS; ++y)
      if (int const c = colour[static_cast<std::size_t>(x)][static_cast<std::size_t>(y)])
        out[static_cast<std::size_t>(c - 1)] += exact_area_m2(rectangle({x, y, x + 1, y + 1, {}}));
  return out;
}

std::vector<GroundPiece> pieces(std::vector<Box> const& boxes) {
  std::vector<GroundPiece> out;
  for (auto const& b : boxes) out.push_back({b.c, rectangle(b), 0, b.takes_back});
  return out;
}

Geometry random_star(std::mt19937& random) {
  std::uniform_real_distribution<double> unit(0, 1);
  Point const c{90 + 0.05 * unit(random), 42 + 0.05 * unit(random)};
  int const n = 3 + static_cast<int>(random() % 30);
  Ring ring;
  for (int i = 0; i < n; ++i) {
    auto const r = 0.002 + 0.02 * unit(random), t = 2 * M_PI * i / n;
    ring.push_back({c.x + r * std::cos(t), c.y + r * std::sin(t)});
  }
  ring.push_back(ring.front());
  return build({2, {{ring}}});
}

}  // namespace

TEST_CASE("the highest class since ground was taken back, as colouring a grid does", "[restoration]") {
  std::mt19937 random(11);
  for (int round = 0; round < 40; ++round) {
    auto const boxes = random_boxes(random, 1 + round % 12);
    auto const laid = lay_ground(pieces(boxes)).totals;
    auto const expected = by_colouring(boxes);
    CHECK(laid.balanced);
    for (std::size_t c = 0; c < 4; ++c) CHECK_THAT(laid.m2[c], WithinAbs(expected[c], 0.01));
    CHECK_THAT(laid.disturbed_m2, WithinAbs(expected[0] + expected[1] + expected[2] + expected[3], 0.01));
  }
}

TEST_CASE("random polygons balance, cut or whole", "[restoration]") {
  std::mt19937 random(12);
  for (int round = 0; round < 25; ++round) {
    std::vector<GroundPiece> whole, cut;
    for (int i = 0; i < 15; ++i) {
      auto const g = random_star(random);
      auto const c = static_cast<StageClass>(random() % 4);
      bool const back = random() % 4 == 0;
      auto const b = g.bounds();
      auto const x = b.min_x + (b.max_x - b.min_x) * 0.37;
      whole.push_back({c, g.clone(), 0, back});
      for (auto const& half : {Bounds{b.min_x, b.min_y, x, b.max_y}, Bounds{x, b.min_y, b.max_x, b.max_y}})
        cut.push_back({c, only_dimension(intersection_by_ladder(g, Geometry::rectangle(half)).geometry, 2), 0, back});
    }
    auto const a = lay_ground(std::move(whole)).totals, b = lay_ground(std::move(cut)).totals;
    CHECK(a.balanced);
    CHECK(b.balanced);
    auto const bound = 0.01 + 1e-9 * a.disturbed_m2;
    for (std::size_t c = 0; c < 4; ++c) CHECK_THAT(b.m2[c], WithinAbs(a.m2[c], bound));
    CHECK_THAT(b.disturbed_m2, WithinAbs(a.disturbed_m2, bound));
  }
}

TEST_CASE("grounds that do not touch add up", "[restoration]") {
  auto const one =
      lay_ground(pieces({{0, 0, 3, 3, StageClass::restored}, {1, 1, 2, 2, StageClass::not_started, true}})).totals;
  auto const other = lay_ground(pieces({{10, 0, 13, 3, StageClass::accepted}})).totals;
  auto const both = lay_ground(pieces({{0, 0, 3, 3, StageClass::restored},
                                       {10, 0, 13, 3, StageClass::accepted},
                                       {1, 1, 2, 2, StageClass::not_started, true}}))
                        .totals;
  CHECK(both.disturbed_m2 == one.disturbed_m2 + other.disturbed_m2);
  CHECK(both.m2[2] == one.m2[2]);
  CHECK(both.m2[3] == other.m2[3]);
}

TEST_CASE("laying the same polygon twice changes nothing", "[restoration]") {
  auto const once =
      lay_ground(pieces({{0, 0, 5, 5, StageClass::not_started}, {1, 1, 3, 3, StageClass::restored}})).totals;
  auto const twice = lay_ground(pieces({{0, 0, 5, 5, StageClass::not_started},
                                        {1, 1, 3, 3, StageClass::restored},
                                        {1, 1, 3, 3, StageClass::restored}}))
                         .totals;
  for (std::size_t c = 0; c < 4; ++c) CHECK_THAT(twice.m2[c], WithinAbs(once.m2[c], 0.01));
}

// One m² said to be worked on, restored and accepted: only what is disturbed or sent back falls.
TEST_CASE("each pair of classes: the higher stands, unless the later takes back", "[restoration]") {
  for (int a = 0; a < 4; ++a)
    for (int b = 0; b < 4; ++b)
      for (bool const back : {false, true}) {
        auto const laid = lay_ground(
            pieces({{0, 0, 4, 2, static_cast<StageClass>(a)}, {2, 0, 6, 2, static_cast<StageClass>(b), back}}));
        std::array<double, 4> expected{};
        expected[static_cast<std::size_t>(a)] += exact_area_m2(rectangle({0, 0, 2, 2, {}}));
        expected[static_cast<std::size_t>(back ? b : std::max(a, b))] += exact_area_m2(rectangle({2, 0, 4, 2, {}}));
        expected[static_cast<std::size_t>(b)] += exact_area_m2(rectangle({4, 0, 6, 2, {}}));
        for (std::size_t c = 0; c < 4; ++c) CHECK_THAT(laid.totals.m2[c], WithinAbs(expected[c], 0.01));
      }
}

TEST_CASE("ground belongs to the site that first brought it where it is", "[restoration]") {
  auto const m2 = [](Box const& b) { return exact_area_m2(rectangle(b)); };
  std::vector<GroundPiece> pieces;
  pieces.push_back({StageClass::accepted, rectangle({0, 0, 4, 2, {}}), 1});
  pieces.push_back({StageClass::accepted, rectangle({2, 0, 6, 2, {}}), 2});
  pieces.push_back({StageClass::under_way, rectangle({5, 0, 8, 2, {}}), 3});
  auto const laid = lay_ground(std::move(pieces));
  CHECK_THAT(laid.of_site.at(1).accepted, WithinAbs(m2({0, 0, 4, 2, {}}), 0.01));
  CHECK_THAT(laid.of_site.at(2).accepted, WithinAbs(m2({4, 0, 6, 2, {}}), 0.01));
  CHECK_THAT(laid.of_site.at(3).under_way, WithinAbs(m2({6, 0, 8, 2, {}}), 0.01));
  CHECK(laid.of_site.at(3).open == laid.of_site.at(3).under_way);
}

// Stages of many sites that lie on each other, as when two programmes work in one pit: each ground is cut by dozens of
// others. It must come out whole, without an overlay giving up.
TEST_CASE("hundreds of polygons in one heap", "[restoration]") {
  std::mt19937 random(14);
  std::vector<GroundPiece> heap;
  for (int i = 0; i < 120; ++i) {
    auto const g = random_star(random);
    for (int c = 0; c < 4; ++c) heap.push_back({static_cast<StageClass>(c), g.clone()});
  }
  std::shuffle(heap.begin(), heap.end(), random);
  auto const laid = lay_ground(std::move(heap));
  CHECK(laid.totals.balanced);
  for (auto const& of_class : laid.standing)
    for (auto const& a : of_class) CHECK_FALSE(a.empty());
}
