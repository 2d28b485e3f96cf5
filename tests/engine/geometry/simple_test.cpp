// Answers by orientations against GEOS: a sure answer is always right, and on plain shapes most answers are sure.
// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/simple.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include "engine/geometry/apart.hpp"
#include "engine/geometry/oriented_rings.hpp"
#include "engine/geometry/validity.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

// A star of n corners around (x, y); with `wild` above 0 its corners also change places along the way.
Ring star(std::mt19937& random, double x, double y, double size, int n, double wild) {
  std::uniform_real_distribution<double> unit(0, 1);
  Ring r;
  for (int i = 0; i < n; ++i) {
    auto const t = 2 * M_PI * (i + wild * (unit(random) - 0.5) * 6) / n, d = size * (0.5 + unit(random));
    r.push_back({x + d * std::cos(t), y + d * std::sin(t)});
  }
  r.push_back(r.front());
  return r;
}

Ring square(double x, double y, double s) { return {{x, y}, {x + s, y}, {x + s, y + s}, {x, y + s}, {x, y}}; }
Ring turned(Ring r) {
  std::reverse(r.begin(), r.end());
  return r;
}

}  // namespace

TEST_CASE("surely valid is never said of what GEOS finds invalid") {
  std::mt19937 random(4490);
  int sure = 0, valid = 0;
  for (int i = 0; i < 600; ++i) {
    Coordinates const c{2, {{star(random, 85, 43, 0.1, 4 + i % 300, i % 3 ? 0 : 0.4)}}};
    bool const geos = !defect(build(c));
    valid += geos;
    if (!surely_valid(c)) continue;
    ++sure;
    REQUIRE(geos);
  }
  CHECK(valid > 300);
  CHECK(sure == valid);  // random corners lie on no edge
}

TEST_CASE("parts: surely valid exactly where GEOS finds them so") {
  std::mt19937 random(29);
  std::uniform_real_distribution<double> place(0, 0.5), size(0.02, 0.3);
  int sure = 0, valid = 0;
  for (int i = 0; i < 2000; ++i) {
    Coordinates c{2, {}};
    for (int k = 0; k < 2 + i % 3; ++k)
      c.parts.push_back({star(random, 85 + place(random), 43 + place(random), size(random), 5 + i % 40, 0)});
    bool const geos = !defect(build(c));
    valid += geos;
    if (!surely_valid(c)) continue;
    ++sure;
    REQUIRE(geos);
  }
  CHECK(valid > 200);
  CHECK(sure == valid);
}

TEST_CASE("holes and parts: in their places or left to GEOS") {
  auto const shell = square(85, 43, 1), hole = square(85.2, 43.2, 0.2);
  CHECK(surely_valid({2, {{shell, hole}}}));
  CHECK(surely_valid({2, {{shell, hole, square(85.5, 43.5, 0.2)}}}));
  CHECK(surely_valid({2, {{shell}, {square(87, 43, 1)}}}));
  Ring const corner{{85, 43}, {87, 43}, {87, 43.5}, {85.5, 43.5}, {85.5, 45}, {85, 45}, {85, 43}};  // an L
  CHECK(surely_valid({2, {{corner}, {square(86, 44, 0.5)}}}));  // a part in its box, beside it
  CHECK(surely_valid({2, {{square(86, 44, 0.5)}, {corner}}}));
  CHECK(surely_valid({2, {{shell, hole}, {square(85.25, 43.25, 0.05)}}}));  // a part in a hole of another
  CHECK(surely_valid({2, {{square(85.25, 43.25, 0.05)}, {shell, hole}}}));
  CHECK_FALSE(surely_valid({2, {{square(85.2, 43.2, 0.2)}, {shell}}}));          // a part around a part
  CHECK_FALSE(surely_valid({2, {{corner}, {square(85.4, 43.4, 0.2)}}}));         // parts that cross
  CHECK_FALSE(surely_valid({2, {{shell, hole}, {square(85.2, 43.25, 0.05)}}}));  // a part that touches its hole
  CHECK_FALSE(
      surely_valid({2, {{shell, hole}, {square(85.1, 43.1, 0.4), square(85.15, 43.15, 0.3)}}}));  // rings in turn
  CHECK_FALSE(surely_valid({2, {{shell, square(86.2, 43.2, 0.2)}}}));                             // hole outside
  CHECK_FALSE(surely_valid({2, {{shell, square(85.9, 43.2, 0.2)}}}));              // hole across the shell
  CHECK_FALSE(surely_valid({2, {{shell, hole, square(85.25, 43.25, 0.05)}}}));     // hole in a hole
  CHECK_FALSE(surely_valid({2, {{shell}, {square(85.2, 43.2, 0.2)}}}));            // part in a part
  CHECK_FALSE(surely_valid({2, {{{{85, 43}, {86, 43}, {86, 44}, {85, 43.5}}}}}));  // open
  CHECK_FALSE(
      surely_valid({2, {{{{85, 43}, {86, 43}, {86, 43}, {86, 44}, {85, 43}}}}}));  // a corner twice: GEOS decides
  Ring const spike{{85, 43}, {86, 43}, {86, 44}, {86, 45}, {86, 44}, {85, 44}, {85, 43}};
  CHECK_FALSE(surely_simple({2, {{spike}}}));
  Ring const straight{{85, 43}, {85.5, 43}, {86, 43}, {86, 44}, {85, 43}};  // a corner in the middle of a side
  CHECK(surely_valid({2, {{straight}}}));
}

TEST_CASE("rings that touch in single corners: sure without GEOS, unless they cross or close a circle") {
  auto const shell = square(85, 43, 1);
  auto const tip = [](double x, double y, double dx, double dy) {  // a kite with its tip at (x, y)
    return Ring{{x, y},
                {x + dx - dy / 2, y + dy + dx / 2},
                {x + 2 * dx, y + 2 * dy},
                {x + dx + dy / 2, y + dy - dx / 2},
                {x, y}};
  };
  CHECK(surely_valid({2, {{shell}, {square(86, 44, 1)}}}));    // parts, corner to corner
  CHECK(surely_valid({2, {{shell, tip(85, 43, 0.1, 0.1)}}}));  // a hole in a corner of its shell
  CHECK(surely_valid({2, {{shell, tip(85, 43, 0.1, 0.1), tip(86, 44, -0.1, -0.1)}}}));        // two holes, two corners
  CHECK(surely_valid({2, {{shell, square(85.25, 43.25, 0.25), square(85.5, 43.5, 0.25)}}}));  // hole to hole
  auto const ring = square(85.2, 43.2, 0.5);
  CHECK(surely_valid({2, {{shell, ring}, {tip(85.2, 43.2, 0.1, 0.1)}}}));  // a part in a hole, from within
  CHECK_FALSE(surely_valid({2, {{shell, tip(85, 43, 0.5, 0.5)}}}));        // the hole divides its shell
  CHECK_FALSE(surely_valid({2, {{shell, tip(86, 44, 0.1, 0.1)}}}));        // a hole outside
  CHECK_FALSE(surely_valid({2, {{shell}, {tip(85, 43, 0.1, 0.1)}}}));      // a part in a part
  CHECK_FALSE(surely_valid({2, {{shell}, {{{86, 44}, {87, 43.5}, {85.5, 43.9}, {86, 44}}}}}));  // across the corner
  CHECK_FALSE(surely_valid({2, {{shell}, {{{86, 44}, {86, 43.5}, {87, 43.5}, {86, 44}}}}}));    // along a side
  CHECK_FALSE(surely_valid({2, {{shell}, {square(86, 44, 1)}, {{{86, 44}, {86.1, 43.9}, {86.2, 43.9}, {86, 44}}}}}));
  Ring const twice{{85, 43}, {86, 43}, {85.5, 43.5}, {86, 44}, {85, 44}, {85.5, 43.5}, {85, 43}};
  CHECK_FALSE(surely_valid({2, {{twice}}}));
}

namespace {

// Squares of a grid whose corners are moved a little, the same for all that share them.
class Mosaic {
 public:
  Mosaic(std::mt19937& random, bool moved) {
    std::uniform_real_distribution<double> unit(-0.3, 0.3);
    for (auto& column : m_corners)
      for (auto& p : column) p = moved ? Point{unit(random), unit(random)} : Point{};
  }
  Ring tile(int i, int j, int size = 1) const {
    return {at(i, j), at(i + size, j), at(i + size, j + size), at(i, j + size), at(i, j)};
  }

 private:
  Point at(int i, int j) const {
    auto const& p = m_corners[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
    return {85 + (i + p.x) / 100, 43 + (j + p.y) / 100};
  }
  std::array<std::array<Point, 12>, 12> m_corners;
};

}  // namespace

TEST_CASE("mosaics, dissolved by GEOS, are surely valid wherever their rings touch no more than once") {
  std::mt19937 random(5);
  std::uniform_real_distribution<double> unit(0, 1);
  int sure = 0, touching = 0;
  for (int n = 0; n < 300; ++n) {
    Mosaic const mosaic(random, n % 2);
    std::vector<Geometry> tiles;
    for (int i = 0; i < 10; ++i)
      for (int j = 0; j < 10; ++j)
        if (unit(random) < (n % 3 ? 0.12 : 0.9)) tiles.push_back(build({2, {{mosaic.tile(i, j)}}}));
    auto const c = coordinates(union_all(std::move(tiles), 2));
    REQUIRE_FALSE(defect(build(c)));
    auto const touches = sure_touches(c);
    touching += touches && !touches->empty();
    sure += surely_valid(c);
  }
  CHECK(touching > 100);
  CHECK(sure > 100);
}

TEST_CASE("tiles thrown together are surely valid only where GEOS finds them so") {
  std::mt19937 random(6);
  std::uniform_int_distribution<int> place(0, 7), count(1, 4), size(1, 4);
  int sure = 0, valid = 0;
  for (int n = 0; n < 20000; ++n) {
    Mosaic const mosaic(random, n % 2);
    Coordinates c{2, {}};
    for (int k = count(random); k-- > 0;) {
      if (c.parts.empty() || k % 2) c.parts.emplace_back();
      c.parts.back().push_back(mosaic.tile(place(random), place(random), size(random)));
    }
    bool const geos = !defect(build(c));
    valid += geos;
    if (!surely_valid(c)) continue;
    ++sure;
    REQUIRE(geos);
  }
  CHECK(sure > 0.9 * valid);
}

TEST_CASE("oriented rings and back") {
  auto const shell = square(85, 43, 1), inner = square(85.4, 43.4, 0.1);
  Coordinates const given{2, {{turned(shell), square(85.2, 43.2, 0.5)}, {inner, square(85.42, 43.42, 0.02)}}};
  auto const rings = oriented_rings(given);
  REQUIRE(rings.size() == 4);
  CHECK(signed_area(rings[0]) > 0);
  CHECK(signed_area(rings[1]) < 0);
  CHECK_THAT(planar_area(rings), WithinAbs(1 - 0.25 + 0.01 - 0.0004, 1e-12));
  auto const back = parts_of(rings);
  REQUIRE(back.parts.size() == 2);
  CHECK(back.parts[0].size() == 2);  // each hole in the smallest shell around it
  CHECK(back.parts[1].size() == 2);
  CHECK_FALSE(defect(build(back)));
}

TEST_CASE("surely apart is never said of shapes that GEOS finds meeting") {
  std::mt19937 random(29);
  std::uniform_real_distribution<double> place(0, 0.6);
  int sure = 0, apart = 0;
  for (int i = 0; i < 500; ++i) {
    Coordinates const a{2, {{star(random, 85, 43, 0.1, 9, 0)}}};
    Coordinates const b{2, {{star(random, 85 + place(random) - 0.3, 43 + place(random) - 0.3, 0.1, 11, 0)}}};
    bool const meet = intersects(build(a), build(b));
    apart += !meet;
    if (!surely_apart(a, b)) continue;
    ++sure;
    REQUIRE_FALSE(meet);
  }
  CHECK(sure == apart);
  Coordinates const outer{2, {{square(85, 43, 1)}}}, within{2, {{square(85.4, 43.4, 0.1)}}};
  CHECK_FALSE(surely_apart(outer, within));
  CHECK_FALSE(surely_apart(within, outer));
  CHECK_FALSE(surely_apart(outer, {2, {{square(86, 43, 1)}}}));  // a side in common
}

TEST_CASE("well-known binary from coordinates is what GEOS reads as the same shape") {
  std::mt19937 random(7);
  Coordinates const polygons{2,
                             {{square(85, 43, 1), turned(square(85.2, 43.2, 0.2))}, {star(random, 88, 43, 0.1, 9, 0)}}};
  Coordinates const lines{1, {{{{85, 43}, {86, 44}, {87, 43}}}, {{{85, 44}, {86, 45}}}}};
  Coordinates const points{0, {{{{85, 43}}}, {{{86, 44}}}}};
  for (auto const& c : {polygons, lines, points, Coordinates{2, {}}}) {
    CHECK(wkb(c) == build(c).wkb());
    CHECK(Geometry::from_wkb(wkb(c)).wkt(17) == build(c).wkt(17));
  }
}
