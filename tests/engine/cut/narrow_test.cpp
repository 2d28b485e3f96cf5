// Widths computed by hand; places that are corners and must not count; the same through the cut.
// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/narrow.hpp"

#include "cut_samples.hpp"

using namespace redline;
using namespace redline::samples;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

NarrowPlace of(std::string const& wkt, double circle) { return narrowest(Geometry::from_wkt(wkt), {circle, {-1, -1}}); }

bool within(Point p, double x0, double y0, double x1, double y1) {
  return p.x >= x0 && p.x <= x1 && p.y >= y0 && p.y <= y1;
}

std::string ring(double wall) {
  return fmt::format("POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0), ({0} {0}, {0} {1}, {1} {1}, {1} {0}, {0} {0}))",
                     wall, 1000 - wall);
}

}  // namespace

TEST_CASE("the narrowest place of shapes known by hand", "[narrow]") {
  auto const wall = of(ring(10), 11.7);  // the circle in a corner of the ring is 10·2(2-√2) = 11.7 wide
  CHECK_THAT(wall.width, WithinAbs(10, 1e-9));
  CHECK_FALSE(within(wall.at, 10.1, 10.1, 989.9, 989.9));
  // two squares of 100 m, joined by 3 m × 50 m
  auto const joined =
      of("POLYGON ((0 0, 100 0, 100 48, 150 48, 150 0, 250 0, 250 100, 150 100, 150 51, 100 51, 100 100, 0 100, 0 0))",
         100);
  CHECK_THAT(joined.width, WithinRel(3, 0.0005));
  CHECK(within(joined.at, 98, 48, 152, 51));
  // the same with walls that have no length: two corners face each other
  auto const pinched = of("POLYGON ((0 0, 100 48, 200 0, 200 100, 100 51, 0 100, 0 0))", 70);
  CHECK_THAT(pinched.width, WithinRel(3, 0.0005));
  CHECK(within(pinched.at, 99, 48, 101, 51));
  // arms of 20 m; the circle in the bend is 20·2(2-√2) = 23.4 wide
  CHECK_THAT(of("POLYGON ((0 0, 500 0, 500 20, 20 20, 20 500, 0 500, 0 0))", 23.4).width, WithinRel(20, 0.0005));
  // a dead end of 20 m × 60 m on a square of 1 km
  auto const arm = of("POLYGON ((0 0, 1000 0, 1000 490, 1060 490, 1060 510, 1000 510, 1000 1000, 0 1000, 0 0))", 1000);
  CHECK_THAT(arm.width, WithinRel(20, 0.0005));
  CHECK(within(arm.at, 995, 490, 1060, 510));
  // arms of all widths are met, whatever the steps of the search
  for (double w = 2; w < 300; w *= 1.37) {
    auto const wkt = fmt::format(
        "POLYGON ((0 0, 1000 0, 1000 500, {0} 500, {0} {1}, 1000 {1}, 1000 1000, 0 1000, 0 0))", 2000, 500 + w);
    CAPTURE(w);
    CHECK_THAT(of(wkt, 1000).width, WithinRel(w, 0.0005));
  }
  // a wedge from 20 m to 2 m over 500 m: near its end
  CHECK_THAT(of("POLYGON ((0 -500, 0 -10, -500 -1, -500 1, 0 10, 0 500, 900 500, 900 -500, 0 -500))", 900).width,
             WithinAbs(2.05, 0.06));
}

TEST_CASE("corners, short bulges and rings that touch are no narrow places", "[narrow]") {
  CHECK(of("POLYGON ((0 0, 100 0, 100 7, 0 7, 0 0))", 7).width == 7);
  CHECK(of("POLYGON ((0 0, 100 0, 50 86.60254, 0 0))", 57.735).width == 57.735);
  CHECK(of("POLYGON ((0 0, 1000 0, 1000 300, 0 0))", 255.96).width == 255.96);        // a corner of 16.7°
  CHECK(of("POLYGON ((0 0, 100 0, 100 99, 99 100, 0 100, 0 0))", 100).width == 100);  // a corner cut off
  CHECK(of("POLYGON ((0 0, 100 0, 100 100, 60 100, 60 110, 40 110, 40 100, 0 100, 0 0))", 100).width == 100);
  CHECK(of("POLYGON ((0 0, 300 0, 300 100, 0 100, 0 0), (100 50, 0 50, 50 60, 100 50))", 90).width > 39);
  // stairs of 30 m, as borders drawn from pixels have
  std::string stairs = "POLYGON ((0 0";
  for (int i = 0; i < 20; ++i)
    stairs += fmt::format(", {} {}, {} {}", (i + 1) * 30, i * 30, (i + 1) * 30, (i + 1) * 30);
  CHECK(of(stairs + ", 0 600, 0 0))", 340).width == 340);
}

TEST_CASE("narrow ground: dead ends go, corners stay", "[narrow]") {
  auto const piece = Geometry::from_wkt("POLYGON ((0 0, 100 0, 100 50, 140 50, 140 51, 100 51, 100 100, 0 100, 0 0))");
  double area = 0;
  for (auto const& g : narrow_ground(piece, 1.1)) area += g.planar_area();
  CHECK_THAT(area, WithinAbs(40, 1));
  CHECK(narrow_ground(piece, 0.9).empty());
  CHECK(narrow_ground(Geometry::from_wkt("POLYGON ((0 0, 100 0, 0 40, 0 0))"), 2).empty());
}

TEST_CASE("the cut names the wall of a ring and drops tails and spikes", "[cut]") {
  auto const a = ground(box(0, 0, 1000, 1000));
  std::vector<Geometry> p;
  p.push_back(ground(box(10, 10, 990, 990)));
  auto const c = cut_of(a, p);
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, a, p);
  CHECK_THAT(c.staked.narrowest_m, WithinAbs(9.98, 0.015));  // 1.5 cm are kept from protected ground
  p.clear();
  // what remains: the west 300 m, a strip of 1 m × 9 m, and one that tapers from 6 m to nothing over 300 m
  p.push_back(
      ground("POLYGON ((300 -10, 300 500, 309 500, 309 501, 300 501, 300 700, 600 706, 300 706, 300 1010, 1100 1010, "
             "1100 -10, 300 -10))"));
  REQUIRE_FALSE(defect(p[0]));
  auto const tails = cut_of(a, p);
  REQUIRE(tails.outcome == CutOutcome::staked);
  check_laws(tails, a, p);
  REQUIRE(tails.staked.dropped.size() == 2);
  CHECK_THAT(dropped_m2(tails.staked), WithinAbs(9 + 100, 12));  // of the spike the third that is narrower than 2 m
  auto const b = tails.staked.lonlat.bounds();
  CHECK(plane().inverse({b.max_x, b.max_y}).x - ORIGIN.x < 506);
  CHECK(tails.staked.narrowest_m > 1.9);
}
