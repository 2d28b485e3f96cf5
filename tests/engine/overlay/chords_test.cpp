// Polygons split by the border of a zone, against GEOS's intersection and difference on the whole ground.
// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/chords.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

#include "engine/geometry/validity.hpp"
#include "engine/measure/area.hpp"
#include "engine/overlay/balance.hpp"
#include "engine/overlay/overlap.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

Ring flower(double x, double y, double size, int n, double phase) {
  Ring r;
  for (int i = 0; i < n; ++i) {
    auto const t = 2 * M_PI * i / n;
    auto const d = size * (1 + 0.3 * std::sin(7 * t + phase) + 0.04 * std::sin(61 * t));
    r.push_back({x + d * std::cos(t), y + d * std::sin(t)});
  }
  r.push_back(r.front());
  return r;
}

struct Zoned {  // a core inside a buffer, their common border corner by corner
  Geometry core, buffer;
  Basemap basemap;
};

Zoned zoned(int corners) {
  auto const inner = flower(85, 43, 0.4, corners, 0), outer = flower(85, 43, 0.7, corners, 1);
  Zoned z{build({2, {{inner}}}), build({2, {{outer, inner}}}), [&] {
            Basemap::Builder b;
            ProtectedArea a;
            a.layer = "reserves", a.id = "1", a.kind = "nature_reserve";
            auto const i = b.area(a);
            b.add(i, {"core", build({2, {{inner}}})});
            b.add(i, {"buffer", build({2, {{outer, inner}}})});
            Findings f;
            auto out = b.build(1, f);
            CHECK(f.empty());
            return out;
          }()};
  return z;
}

struct Tally {
  int split = 0, left_to_the_ladder = 0;
};

// Sums of doubles of 1e9 m² keep 1e-6 m²; two ways of computing a crossing differ by nanometres on borders of
// kilometres.
constexpr double SAME_M2 = 1e-3;

void compare(Zoned const& z, Ring const& ring, Tally& tally) {
  Coordinates const shape{2, {{ring}}};
  auto const activity = build(shape);
  std::vector<CellRef> all;
  z.basemap.query(activity.bounds(), all);
  auto const& ground = z.basemap.ground(0);
  for (std::uint32_t zone = 0; zone < 2; ++zone) {
    std::vector<CellRef> refs;
    for (auto const& r : all)
      if (z.basemap.cell(r).zone == zone) refs.push_back(r);
    if (refs.empty()) continue;
    auto const parts = split_by_border(ground, refs, shape, activity.bounds());
    ++(parts ? tally.split : tally.left_to_the_ladder);
    if (!parts) continue;
    auto const& whole = ground.zones[zone].zone == "core" ? z.core : z.buffer;
    INFO(activity.wkt(12));
    REQUIRE_FALSE(defect(build(parts->inside)));
    REQUIRE_FALSE(defect(build(parts->outside)));
    CHECK_THAT(exact_area_m2(parts->inside), WithinAbs(exact_area_m2(intersection(activity, whole)), SAME_M2));
    CHECK_THAT(exact_area_m2(parts->outside), WithinAbs(exact_area_m2(difference(activity, whole)), SAME_M2));
  }
  auto const b = balance(z.basemap, activity, overlaps(z.basemap, activity));
  CHECK(b.balanced);
  auto const reserve = union_all(
      [&] {
        std::vector<Geometry> v;
        v.push_back(z.core.clone()), v.push_back(z.buffer.clone());
        return v;
      }(),
      2);
  CHECK_THAT(b.outside, WithinAbs(exact_area_m2(difference(activity, reserve)), SAME_M2));
}

}  // namespace

TEST_CASE("ground shared and left, as GEOS has it, for borders across many cells") {
  std::mt19937 random(20190331);
  std::uniform_real_distribution<double> angle(0, 2 * M_PI), reach(0.2, 1), size(0.003, 0.08), phase(0, 6);
  for (int corners : {60, 4000}) {
    auto const z = zoned(corners);
    Tally tally;
    for (int i = 0; i < 150; ++i) {
      auto const t = angle(random), d = reach(random);
      auto ring = flower(85 + d * std::cos(t), 43 + d * std::sin(t), size(random), 12 + i % 20, phase(random));
      if (i % 2) std::reverse(ring.begin(), ring.end());  // the direction of a ring means nothing
      compare(z, ring, tally);
    }
    INFO(corners << ": " << tally.split << " split, " << tally.left_to_the_ladder << " left");
    CHECK(tally.split > 2 * tally.left_to_the_ladder);
  }
}

TEST_CASE("zones that lie wholly inside, or leave a hole") {
  auto const z = zoned(4000);
  Tally tally;
  compare(z, {{84, 42}, {86, 42}, {86, 44}, {84, 44}, {84, 42}}, tally);  // both
  compare(z, flower(85.05, 43, 0.48, 40, 2), tally);                      // the core and a ring of the buffer
  compare(z, flower(85.3, 43, 0.75, 40, 2), tally);                       // beyond the buffer on one side
  CHECK(tally.left_to_the_ladder == 0);
}

namespace {

// Small blots of ground on a jittered grid, every third with a hole, in that now and then a blot.
Geometry blots(std::mt19937& random) {
  std::uniform_real_distribution<double> unit(0, 1);
  Coordinates c{2, {}};
  for (int i = 0; i < 12; ++i)
    for (int j = 0; j < 12; ++j) {
      auto const x = 85 + 0.01 * (i + 0.3 * unit(random)), y = 43 + 0.01 * (j + 0.3 * unit(random));
      c.parts.push_back({flower(x, y, 0.0016 + 0.0008 * unit(random), 9 + i, unit(random))});
      if ((i + j) % 3 != 0) continue;
      auto hole = flower(x, y, 0.0006, 7, 0);
      std::reverse(hole.begin(), hole.end());
      c.parts.back().push_back(hole);
      if (j % 2) c.parts.push_back({flower(x, y, 0.0002, 12, 0)});
    }
  return build(c);
}

Basemap one_zone(Geometry const& ground) {
  Basemap::Builder b;
  ProtectedArea a;
  a.layer = "red", a.id = "1", a.kind = "ecological_red_line";
  b.add(b.area(a), {"", ground.clone()});
  Findings f;
  return b.build(1, f);
}

}  // namespace

TEST_CASE("islands of ground, holes in it and islands in those, as GEOS has them") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> place(0, 0.12), size(0.004, 0.05), phase(0, 6);
  auto const ground = blots(random);
  REQUIRE_FALSE(defect(ground));
  auto const basemap = one_zone(ground);
  int split = 0, islands = 0;
  for (int i = 0; i < 300; ++i) {
    auto ring = flower(85 + place(random), 43 + place(random), size(random), 8 + i % 20, phase(random));
    if (i % 2) std::reverse(ring.begin(), ring.end());
    Coordinates const shape{2, {{ring}}};
    auto const activity = build(shape);
    std::vector<CellRef> refs;
    basemap.query(activity.bounds(), refs);
    auto const parts = split_by_border(basemap.ground(0), refs, shape, activity.bounds());
    if (!parts) continue;
    ++split, islands += parts->inside.parts.size() > 3;
    INFO(activity.wkt(12));
    REQUIRE_FALSE(defect(build(parts->inside)));
    REQUIRE_FALSE(defect(build(parts->outside)));
    CHECK_THAT(exact_area_m2(parts->inside), WithinAbs(exact_area_m2(intersection(activity, ground)), SAME_M2));
    CHECK_THAT(exact_area_m2(parts->outside), WithinAbs(exact_area_m2(difference(activity, ground)), SAME_M2));
    CHECK(balance(basemap, activity, overlaps(basemap, activity)).balanced);
  }
  CHECK(split > 290);
  CHECK(islands > 100);
}

TEST_CASE("what is not plain is left to the ladder") {
  auto const z = zoned(60);
  std::vector<CellRef> refs;
  auto const split = [&](Coordinates const& shape) {
    Bounds box;
    for (auto const& p : shape.parts[0][0]) box.add(p);
    refs.clear();
    z.basemap.query(box, refs);
    std::erase_if(refs, [&](CellRef r) { return z.basemap.cell(r).zone != 0; });
    return split_by_border(z.basemap.ground(0), refs, shape, box);
  };
  auto const border = flower(85, 43, 0.4, 60, 0);
  SECTION("an edge along the border") {
    auto const a = border[3], b = border[4];
    CHECK_FALSE(split({2, {{{a, b, {b.x + 0.02, b.y + 0.03}, {a.x + 0.02, a.y + 0.03}, a}}}}));
  }
  SECTION("a corner on the border") {
    auto const p = border[3];
    CHECK_FALSE(split({2, {{{p, {p.x + 0.1, p.y}, {p.x + 0.1, p.y + 0.1}, p}}}}));
  }
  SECTION("a hole, several parts") {
    Ring const shell{{85.3, 43}, {85.9, 43}, {85.9, 43.3}, {85.3, 43.3}, {85.3, 43}};
    Ring const hole{{85.5, 43.1}, {85.6, 43.1}, {85.6, 43.2}, {85.5, 43.1}};
    CHECK_FALSE(split({2, {{shell, hole}}}));
    CHECK_FALSE(split({2, {{shell}, {{{84, 42}, {84.1, 42}, {84.1, 42.1}, {84, 42}}}}}));
  }
}

TEST_CASE("a polygon clear of the border lies on one side as a whole") {
  auto const z = zoned(60);
  auto const side = [&](double x) {
    Coordinates const shape{2, {{{{x, 43}, {x + 0.01, 43}, {x + 0.01, 43.01}, {x, 43}}}}};
    Bounds box;
    for (auto const& p : shape.parts[0][0]) box.add(p);
    std::vector<CellRef> refs;
    z.basemap.query(box, refs);
    return split_by_border(z.basemap.ground(0), refs, shape, box);
  };
  auto const in = side(85.1), out = side(85.95);
  REQUIRE(in);
  CHECK(in->outside.parts.empty());
  CHECK(in->inside.parts.size() == 1);
  REQUIRE(out);
  CHECK(out->inside.parts.empty());
}
