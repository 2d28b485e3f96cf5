// SPDX-License-Identifier: Apache-2.0
#include "cut_samples.hpp"
#include "engine/cut/cut.hpp"

using namespace redline;
using namespace redline::samples;
using Catch::Matchers::WithinAbs;

namespace {

// In seconds of arc from 84°E 44°N.
Geometry seconds(std::string const& wkt, double shift = 0) {
  return transform(Geometry::from_wkt(wkt), [&](Point p) {
    return Point{(84 * 3600 + p.x + shift) / 3600, (44 * 3600 + p.y + shift) / 3600};
  });
}

std::vector<Geometry> all(Geometry g) {
  std::vector<Geometry> out;
  out.push_back(std::move(g));
  return out;
}

}  // namespace

TEST_CASE("blocks that protected ground touches are lost whole", "[cut]") {
  auto const a = seconds(box(0, 0, 300, 240));  // 5 × 4 blocks of 1′
  // reaches into the column from 240″ on by 10″, and into two rows: 2 blocks
  auto const p = all(seconds(box(290, 70, 400, 170)));
  auto const c = cut_of(a, p, degrees(), true);
  REQUIRE(c.outcome == CutOutcome::staked);
  REQUIRE(c.blocks);
  CHECK(c.blocks->seconds == 60);
  CHECK(c.blocks->blocks == 20);
  CHECK(c.blocks->lost == 2);
  CHECK(c.blocks->deviation_s < 1e-6);
  check_laws(c, a, p, degrees());
  CHECK(c.staked.corners == 8);
  CHECK_THAT(c.reduction_percent, WithinAbs(10, 0.01));
  CHECK(c.findings.front().code == "cut.blocks");
  auto const as_polygon = cut_of(a, p, degrees());
  CHECK_FALSE(as_polygon.blocks);
  CHECK(as_polygon.staked.m2 > c.staked.m2);
}

TEST_CASE("ground that only reaches the line of a block takes none of it", "[cut]") {
  auto const a = seconds(box(0, 0, 60, 45));  // 4 × 3 blocks of 15″
  std::vector<Geometry> p;
  p.push_back(seconds(box(45, 30, 90, 90)));  // the block in the north-east, exactly
  auto const c = cut_of(a, p, degrees(), true);
  REQUIRE(c.blocks);
  CHECK(c.blocks->seconds == 15);
  CHECK(c.blocks->blocks == 12);
  CHECK(c.blocks->lost == 1);
  REQUIRE(c.outcome == CutOutcome::staked);
  CHECK(c.staked.corners == 6);
}

TEST_CASE("a hole in the middle, blocks that meet at a point, none left", "[cut]") {
  auto const a = seconds(box(0, 0, 90, 90));  // 9 blocks of 30″
  auto const middle = cut_of(a, all(seconds(box(40, 40, 41, 41))), degrees(), true);
  CHECK(middle.blocks->lost == 1);
  CHECK(middle.staked.rings.size() == 2);
  std::vector<Geometry> corners;
  corners.push_back(seconds(box(1, 1, 2, 2)));
  corners.push_back(seconds(box(31, 31, 32, 32)));
  auto const diagonal = cut_of(a, corners, degrees(), true);
  REQUIRE(diagonal.outcome == CutOutcome::staked);
  CHECK(diagonal.blocks->lost == 2);
  check_laws(diagonal, a, corners, degrees());
  auto const none = cut_of(a, all(seconds(box(-10, -10, 100, 100))), degrees(), true);
  CHECK(none.outcome == CutOutcome::nothing_left);
  CHECK(none.reduction_percent == 100);
  CHECK(none.findings.back().code == "cut.nothing_left");
  // 60″ by 60″ are taken for one block; of blocks of 15″, 12 of 16 are free.
  auto const coarse = cut_of(seconds(box(0, 0, 60, 60)), all(seconds(box(-10, -10, 70, 10))), degrees(), true);
  CHECK(coarse.outcome == CutOutcome::nothing_left);
  CHECK(coarse.findings.back().code == "cut.nothing_left_of_blocks");
  CHECK(coarse.findings.back().args == std::vector<std::string>{"60"});
}

TEST_CASE("blocks given in metres of a zone are still blocks, and are printed in degrees", "[cut]") {
  auto const corners = transform(seconds(box(0, 0, 120, 60)), [](Point p) {
    auto const q = plane().inverse(p);
    return Point{std::round(q.x * 100) / 100, std::round(q.y * 100) / 100};
  });
  auto const a = to_lonlat(corners, plane(), BOUND_M);
  auto const c = cut_of(a, all(seconds(box(100, 10, 200, 20))), plane(), true);
  REQUIRE(c.blocks);
  CHECK(c.blocks->seconds == 60);
  CHECK(c.blocks->blocks == 2);
  CHECK(c.blocks->lost == 1);
  CHECK(c.blocks->deviation_s < 0.001);
  CHECK(c.staked.crs == "EPSG:4490");
}

TEST_CASE("the graticule of an old datum is seen by its shift", "[cut]") {
  auto const c = cut_of(seconds(box(0, 0, 120, 60), 2.3), all(seconds(box(100, 10, 200, 20))), degrees(), true);
  REQUIRE(c.blocks);
  CHECK(c.blocks->blocks == 2);
  CHECK_THAT(c.blocks->shift_x_s, WithinAbs(2.3, 1e-6));
  CHECK_THAT(c.blocks->shift_y_s, WithinAbs(2.3, 1e-6));
}

TEST_CASE("what is not made of blocks is cut like any polygon, and that is said", "[cut]") {
  for (auto const* wkt : {"POLYGON ((0 0, 60 0, 60 60, 0 0))", "POLYGON ((0 0, 61 0, 61 60, 0 60, 0 0))",
                          "POLYGON ((0 0, 60 0.02, 60 60, 0 60, 0 0))"}) {
    CAPTURE(wkt);
    auto const c = cut_of(seconds(wkt), all(seconds(box(40, -10, 100, 100))), degrees(), true);
    CHECK_FALSE(c.blocks);
    CHECK(c.outcome == CutOutcome::staked);
    CHECK(c.findings.front().code == "cut.no_blocks");
  }
}
