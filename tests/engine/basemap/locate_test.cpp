// Locating by orientations against GEOS on the whole ground: a sure answer is always right, and most answers are sure.
// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/locate.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

#include "engine/geometry/parity.hpp"
#include "engine/geometry/validity.hpp"

using namespace redline;

namespace {

Ring flower_ring(double x, double y, double size, int n, double phase = 0) {
  Ring r;
  for (int i = 0; i < n; ++i) {
    auto const t = 2 * M_PI * i / n;
    auto const d = size * (1 + 0.3 * std::sin(7 * t + phase) + 0.05 * std::sin(61 * t));
    r.push_back({x + d * std::cos(t), y + d * std::sin(t)});
  }
  r.push_back(r.front());
  return r;
}

Geometry flower(double x, double y, double size, int n, bool hole = false) {
  RingsOfPart rings{flower_ring(x, y, size, n)};
  if (hole) rings.push_back(flower_ring(x + size / 5, y, size / 3, n / 2, 1));
  return build({2, {rings}});
}

struct Zone {
  Geometry ground;
  Basemap basemap;
};

Zone zone(Geometry ground) {
  Basemap::Builder builder;
  ProtectedArea a;
  a.layer = "reserves", a.id = "1", a.kind = "nature_reserve";
  builder.add(builder.area(a), {"", ground.clone()});
  Findings f;
  return {std::move(ground), builder.build(1, f)};
}

struct Tally {
  int sure = 0, unsure = 0;
};

void compare(Zone const& z, Geometry const& activity, Tally& tally) {
  auto const shape = coordinates(activity);
  std::vector<CellRef> refs;
  z.basemap.query(activity.bounds(), refs);
  auto const place = refs.empty() ? Place::outside : locate(z.basemap.ground(0), refs, shape, activity.bounds());
  INFO(activity.wkt());
  if (place == Place::inside) REQUIRE(covers(z.ground, activity));
  if (place == Place::outside) REQUIRE_FALSE(intersects(z.ground, activity));
  ++(place == Place::unsure ? tally.unsure : tally.sure);
  for (auto const& ref : refs) {
    auto const& cell = z.basemap.cell(ref);
    auto const piece = z.basemap.ground(0).geometry(cell);
    auto const in_cell = locate(z.basemap.ground(0), cell, shape, activity.bounds());
    if (in_cell == Place::inside) REQUIRE(covers(piece, activity));
    if (in_cell == Place::outside) REQUIRE_FALSE(intersects(piece, activity));
  }
}

}  // namespace

TEST_CASE(
    "a sure place is what GEOS says on the whole ground, for polygons, lines and points, with holes and inside out") {
  std::mt19937 rng(20190331);
  std::uniform_real_distribution<double> u(-1, 1);
  auto const z = zone(flower(85, 43, 0.5, 4000, true));
  Tally polygons, lines, points;
  for (int i = 0; i < 600; ++i) {
    Point const p{85 + 0.8 * u(rng), 43 + 0.8 * u(rng)};
    auto const size = std::pow(10, -1 - 2 * std::abs(u(rng)));
    compare(z, flower(p.x, p.y, size, 14, i % 5 == 0), polygons);
    compare(z, build({1, {{{p, {p.x + size, p.y + size * u(rng)}, {p.x, p.y - size}}}}}), lines);
    compare(z, Geometry::point(p), points);
  }
  compare(z, flower(85, 43, 3, 40), polygons);       // the ground lies within the activity
  compare(z, flower(85.1, 43, 0.01, 20), polygons);  // in the hole
  CHECK(points.unsure == 0);
  CHECK(polygons.sure > 300);
  CHECK(lines.sure > 300);
}

TEST_CASE("on a border nothing is sure") {
  auto const z = zone(Geometry::rectangle({84, 44, 84.5, 44.5}));
  std::vector<CellRef> refs;
  z.basemap.query({84, 44, 84.5, 44.5}, refs);
  auto const place = [&](Geometry const& g) { return locate(z.basemap.ground(0), refs, coordinates(g), g.bounds()); };
  CHECK(place(Geometry::point({84, 44.2})) == Place::unsure);
  CHECK(place(Geometry::point({84, 44})) == Place::unsure);
  CHECK(place(Geometry::rectangle({84.5, 44.1, 84.6, 44.2})) == Place::unsure);
  CHECK(place(Geometry::rectangle({84, 44, 84.5, 44.5})) == Place::unsure);
  CHECK(place(Geometry::rectangle({84.1, 44.1, 84.2, 44.2})) == Place::inside);
  CHECK(place(Geometry::rectangle({84.6, 44.1, 84.7, 44.2})) == Place::outside);
}

TEST_CASE("parity by boxes of stretches is that by every edge, also on corners, level edges and doubled points") {
  std::mt19937 rng(77);
  std::uniform_int_distribution<int> step(0, 6);  // a coarse grid: many places alike
  int odd = 0, unsure = 0;
  for (int i = 0; i < 3000; ++i) {
    Ring r;
    for (int k = 4 + i % 60; k > 0; --k) r.push_back({85 + 0.1 * step(rng), 43 + 0.1 * step(rng)});
    if (i % 3 == 0) r.insert(r.begin() + 2, r[1]);
    r.push_back(r.front());
    std::span<Point const> const ring(r);
    Point const p{85 + (i % 4 ? 0.05 : 0.1) * step(rng), 43 + (i % 5 ? 0.05 : 0.1) * step(rng)};
    Parity every(p), by_box(p);
    every.add(ring);
    for (std::size_t k = 0; k * AreaCells::EDGES_IN_BOX + 1 < r.size(); ++k) {
      auto const stretch = AreaCells::edges_in_box(ring, k);
      Bounds box;
      for (auto const& q : stretch) box.add(q);
      by_box.add(stretch, box);
    }
    REQUIRE(every.sure() == by_box.sure());
    if (every.sure()) REQUIRE(every.odd() == by_box.odd());
    odd += every.sure() && every.odd(), unsure += !every.sure();
  }
  CHECK(odd > 100);
  CHECK(unsure > 100);
}

TEST_CASE("no corner lies on a cut line, also where the ground is drawn to hit it") {
  Ring r{{80, 40}};
  for (int i = 0; i <= 600; ++i)
    r.push_back({80 + i / 600.0, i % 2 ? 41 : 40.5});  // every eastward place is some corner's
  r.push_back({81, 40});
  r.push_back({80, 40});
  auto const z = zone(build({2, {{r}}}));
  REQUIRE(z.basemap.cell_count() > 4);
  for (auto const& cell : z.basemap.ground(0).cells)
    for (auto const& p : r) {
      CHECK(p.x != cell.frame.min_x);
      CHECK(p.x != cell.frame.max_x);
    }
}

TEST_CASE("what is plainly valid is valid for GEOS too, and crossed, spiked and open rings are never plain") {
  std::mt19937 rng(7);
  std::uniform_int_distribution<int> grid(0, 6);
  int plain = 0;
  for (int i = 0; i < 4000; ++i) {  // corners on a small grid: crossings, touches, spikes, repeated points all occur
    Ring r;
    for (int k = 0; k < 3 + i % 4; ++k) r.push_back({80.0 + grid(rng), 40.0 + grid(rng)});
    r.push_back(r.front());
    Coordinates const c{2, {{r}}};
    if (!surely_valid(c)) continue;
    ++plain;
    auto const d = defect(build(c));
    INFO(build(c).wkt() << (d ? d->reason : ""));
    REQUIRE_FALSE(d);
  }
  CHECK(plain > 400);
  CHECK_FALSE(surely_valid({2, {{{{0, 0}, {1, 1}, {1, 0}, {0, 1}, {0, 0}}}}}));
  CHECK_FALSE(surely_valid({2, {{{{0, 0}, {1, 0}, {1, 1}, {1, 0}, {0, 0}}}}}));
  CHECK_FALSE(surely_valid({2, {{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}}}}));
  CHECK(surely_valid(coordinates(Geometry::rectangle({0, 0, 1, 1}))));
}
