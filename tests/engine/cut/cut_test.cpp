// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/cut.hpp"

#include "cut_samples.hpp"
#include "engine/core/error.hpp"

using namespace redline;
using namespace redline::samples;
using Catch::Matchers::WithinAbs;

namespace {

std::vector<Geometry> all(Geometry g) {
  std::vector<Geometry> out;
  out.push_back(std::move(g));
  return out;
}

Point from_origin(Point p) { return {p.x - ORIGIN.x, p.y - ORIGIN.y}; }

bool has_corner(StakedCut const& s, double x, double y, double within = 0.001) {
  for (auto const& ring : s.rings)
    for (auto const& p : ring)
      if (std::hypot(from_origin(p).x - x, from_origin(p).y - y) <= within) return true;
  return false;
}

}  // namespace

TEST_CASE("a corner cut off: six corners, the three that stay untouched", "[cut]") {
  auto const a = ground(box(0, 0, 1000, 1000));
  auto const p = all(ground(box(700, 600, 2000, 2000)));
  auto const c = cut_of(a, p);
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, a, p);
  CHECK(c.staked.corners == 6);
  CHECK(c.staked.parts == 1);
  CHECK(c.staked.crs == "EPSG:4516");
  for (auto const& [x, y] : {std::pair{0.0, 0.0}, {1000.0, 0.0}, {0.0, 1000.0}}) CHECK(has_corner(c.staked, x, y));
  // a limb of 300 m × 400 m is lost; on the ellipsoid within 0.1 % of the plane (scale at 79 km from the meridian)
  CHECK_THAT(c.exact.removed_m2, WithinAbs(120000, 120));
  CHECK_THAT(c.reduction_percent, WithinAbs(12, 0.01));
  // the new border keeps at most 4 cm from the old one: 700 m of it
  CHECK(c.staked.extra_m2 < 28);
  CHECK(c.staked.extra_m2 > 0);
  CHECK(from_origin(c.staked.rings[0][0]) == Point{0, 1000});  // from the north-west, clockwise
  CHECK(from_origin(c.staked.rings[0].back()) == Point{0, 0});
  CHECK(c.findings.empty());
}

TEST_CASE("a hole punched out stays a hole and is written behind its shell", "[cut]") {
  auto const a = ground(box(0, 0, 1000, 1000));
  auto const p = all(ground("POLYGON ((400 400, 600 400, 600 600, 400 600, 400 400))"));
  auto const c = cut_of(a, p);
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, a, p);
  REQUIRE(c.staked.rings.size() == 2);
  CHECK(c.staked.part_of == std::vector<std::size_t>{0, 0});
  CHECK(c.staked.rings[0].size() == 4);
  CHECK(c.staked.rings[1].size() == 4);
  CHECK(twice_signed_area(c.staked.rings[0]) < 0);
  CHECK(twice_signed_area(c.staked.rings[1]) > 0);
  // a circle passes between hole and border where they are 400 m apart, less the distance kept
  CHECK_THAT(c.staked.narrowest_m, WithinAbs(400, 5));
}

TEST_CASE("a hole with many corners gets few, and not one inside the protected ground", "[cut]") {
  std::string wkt = "POLYGON ((";
  for (int i = 0; i <= 720; ++i)
    wkt += fmt::format("{}{} {}", i ? ", " : "", 500 + 200 * std::cos(i % 720 * M_PI / 360),
                       500 + 200 * std::sin(i % 720 * M_PI / 360));
  auto const a = ground(box(0, 0, 1000, 1000));
  auto const p = all(ground(wkt + "))"));
  auto const c = cut_of(a, p);
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, a, p);
  REQUIRE(c.staked.rings.size() == 2);
  // n tangents of a circle enclose (n/π)·tan(π/n) times its area: 1.01 from n = 18 on, and the search is a greedy one
  CHECK(c.staked.rings[1].size() <= 40);
  CHECK(c.staked.rings[1].size() >= 16);
}

TEST_CASE("split in two: both parts, each a shell", "[cut]") {
  auto const a = ground(box(0, 0, 1000, 1000));
  auto const p = all(ground(box(400, -100, 500, 1100)));
  auto const c = cut_of(a, p);
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, a, p);
  CHECK(c.exact.parts == 2);
  CHECK(c.staked.parts == 2);
  CHECK(c.staked.corners == 8);
  CHECK(c.staked.part_of == std::vector<std::size_t>{0, 1});
  CHECK_THAT(c.exact.width_m, WithinAbs(400, 5));
  CHECK_THAT(c.staked.narrowest_m, WithinAbs(400, 5));
}

TEST_CASE("a strip along a border, narrower than a metre", "[cut]") {
  auto const a = ground(box(0, 0, 1000, 1000));
  auto const p = all(ground(box(-500, -10, 0.5, 1010)));
  auto const c = cut_of(a, p);
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, a, p);
  CHECK(c.staked.corners == 4);
  CHECK(has_corner(c.staked, 0.53, 1000, 0.03));
}

TEST_CASE("wholly inside: nothing left, and that is said", "[cut]") {
  auto const a = ground(box(0, 0, 1000, 1000));
  auto const p = all(ground(box(-500, -500, 1500, 1500)));
  auto const c = cut_of(a, p);
  CHECK(c.outcome == CutOutcome::nothing_left);
  check_laws(c, a, p);
  CHECK(c.staked.rings.empty());
  CHECK(c.exact.parts == 0);
  CHECK(c.reduction_percent == 100);
  REQUIRE(c.findings.size() == 1);
  CHECK(c.findings[0].code == "cut.nothing_left");
}

TEST_CASE("touching only is no conflict and nothing is cut", "[cut]") {
  auto const a = ground(box(0, 0, 1000, 1000));
  auto const c = cut_of(a, all(ground(box(1000, 0, 2000, 1000))));
  CHECK(c.outcome == CutOutcome::no_conflict);
  CHECK(c.exact.removed_m2 == 0);
  CHECK(c.reduction_percent == 0);
  CHECK(cut_of(a, {}).outcome == CutOutcome::no_conflict);
}

TEST_CASE("a sliver that remains is dropped, with its place and area", "[cut]") {
  auto const a = ground(box(0, 0, 1000, 1000));
  auto const p = all(ground(box(-10, 1.5, 1010, 1010)));
  auto const c = cut_of(a, p);
  CHECK(c.outcome == CutOutcome::nothing_left);
  check_laws(c, a, p);
  CHECK(c.exact.parts == 1);
  REQUIRE(c.staked.dropped.size() == 1);
  CHECK_THAT(c.staked.dropped[0].m2, WithinAbs(1485, 10));
  CHECK_THAT(c.staked.dropped[0].width_m, WithinAbs(1.485, 0.02));
  CHECK(c.findings.size() == 2);
  CutLimits limits;
  limits.useful_width_m = 1;
  auto const kept = cut_of(a, p, plane(), false, limits);
  CHECK(kept.outcome == CutOutcome::staked);
  check_laws(kept, a, p);
}

TEST_CASE("a tail too narrow to be used goes, the body keeps its corners", "[cut]") {
  auto const a = ground(box(0, 0, 1000, 1000));
  auto const p = all(ground(box(300, 1, 1100, 1100)));
  auto const c = cut_of(a, p);
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, a, p);
  CHECK(c.staked.corners == 4);
  REQUIRE(c.staked.dropped.size() == 1);
  CHECK_THAT(c.staked.dropped[0].m2, WithinAbs(700, 15));
}

TEST_CASE("two bodies joined by a neck: the neck is measured", "[cut]") {
  auto const a = ground(box(0, 0, 1000, 300));
  std::vector<Geometry> p;
  p.push_back(ground(box(450, -10, 550, 100)));
  p.push_back(ground(box(450, 130, 550, 310)));
  auto const c = cut_of(a, p);
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, a, p);
  CHECK(c.staked.parts == 1);
  CHECK_THAT(c.staked.narrowest_m, WithinAbs(30, 0.4));  // 1 % and the distance kept on both sides
}

TEST_CASE("protected ground in many pieces with shared borders counts as one", "[cut]") {
  auto const a = ground(box(0, 0, 1000, 1000));
  std::vector<Geometry> p;
  for (int i = 0; i < 10; ++i) p.push_back(ground(box(600, i * 100 - 0.5, 1100, i * 100 + 99.5)));
  p.push_back(ground(box(600, 999.5, 1100, 1100)));
  auto const c = cut_of(a, p);
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, a, p);
  CHECK(c.staked.corners == 4);
}

TEST_CASE("printed in degrees: seconds with three decimals, free as read", "[cut]") {
  auto const at = Geometry::from_wkt("POLYGON ((83.0 44.0, 83.02 44.0, 83.02 44.02, 83.0 44.02, 83.0 44.0))");
  auto const p =
      all(Geometry::from_wkt("POLYGON ((83.0131313 43.9, 83.3 43.9, 83.3 44.1, 83.0171717 44.1, "
                             "83.0131313 43.9))"));
  auto const c = cut_of(at, p, degrees());
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, at, p, degrees());
  CHECK(c.staked.crs == "EPSG:4490");
  CHECK(c.staked.corners == 4);
  for (auto const& q : c.staked.rings[0]) {
    CHECK_THAT(q.x * 3.6e6, WithinAbs(std::round(q.x * 3.6e6), 1e-6));
    CHECK_THAT(q.y * 3.6e6, WithinAbs(std::round(q.y * 3.6e6), 1e-6));
  }
}

TEST_CASE("corners that cannot be printed are moved inwards", "[cut]") {
  auto const a =
      ground("POLYGON ((0.0037 0.0012, 999.9961 3.1415, 1002.7182 998.765, -1.2345 1000.0049, 0.0037 0.0012))");
  auto const p = all(ground(box(700, 600, 2000, 2000)));
  auto const c = cut_of(a, p);
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, a, p);
  CHECK(c.staked.corners == 6);
}

TEST_CASE("long edges, which bend between the plane and the degrees", "[cut]") {
  auto const a = ground(box(0, 0, 30000, 20000));
  auto const p = all(Geometry::from_wkt("POLYGON ((83.0 44.7, 84.0 44.7, 84.0 44.9, 83.0 44.9, 83.0 44.7))"));
  auto const c = cut_of(a, p);
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, a, p);
  CHECK(c.staked.corners < 60);
}

TEST_CASE("impossible limits end in failure, never in a wrong result", "[cut]") {
  auto const a = ground(box(0, 0, 1000, 1000));
  auto const p = all(ground(box(700, 600, 2000, 2000)));
  CutLimits limits;
  limits.rounds = 0;
  auto const c = cut_of(a, p, plane(), false, limits);
  CHECK(c.outcome == CutOutcome::failed);
  CHECK(c.staked.rings.empty());
  CHECK(c.exact.parts == 1);
  REQUIRE_FALSE(c.findings.empty());
  CHECK(c.findings.back().code == "cut.failed");
  for (auto const& f : c.findings) CHECK(has_text(f.code));
}

TEST_CASE("protected ground that is no valid polygon: no wrong answer", "[cut]") {
  auto const a = ground(box(0, 0, 1000, 1000));
  auto const p = all(ground("POLYGON ((500 500, 1500 1500, 1500 500, 500 1500, 500 500))"));  // a bow-tie
  try {
    auto const c = cut_of(a, p);
    if (c.outcome == CutOutcome::staked) {
      auto const mended = repair(p[0]).geometry;
      CHECK_FALSE(intersects(c.staked.lonlat, mended));
    }
  } catch (GeometryError const&) {
    SUCCEED();
  }
}

// Every CRS in which corners are printed: zones of 6 degrees, without the number of the zone, old datums with
// parameters.
TEST_CASE("other systems of coordinates", "[cut]") {
  DatumParameters const xian{"xian1980", {12.3, -4.5, 6.7, 0.1, -0.2, 0.3, 1.5}, 1};
  DatumParameters const beijing{"beijing1954", {15.8, -154.4, -82.3, 0, 0, 0, 0}, 1};
  auto const a_plane = "POLYGON ((0 0, 1000 0, 1100 900, 400 1200, 0 1000, 0 0))";
  for (auto const* crs : {"EPSG:4516", "EPSG:4537", "EPSG:4492", "EPSG:4503", "EPSG:2352", "EPSG:2373", "EPSG:2404"}) {
    CAPTURE(crs);
    Transformation const t(Crs::parse(crs), {xian, beijing});
    auto const origin = t.inverse({84.05, 44.1});
    Point const at{std::round(origin.x), std::round(origin.y)};
    auto const a = to_lonlat(moved(a_plane, at), t, BOUND_M);
    auto const p = all(to_lonlat(moved("POLYGON ((500 -50, 1500 300, 1500 -50, 500 -50))", at), t, BOUND_M));
    auto const c = cut_of(a, p, t);
    REQUIRE(c.outcome == CutOutcome::staked);
    check_laws(c, a, p, t);
    CHECK(c.staked.crs == crs);
    CHECK(c.staked.corners == 6);
    CHECK(std::any_of(c.staked.rings[0].begin(), c.staked.rings[0].end(),
                      [&](Point q) { return std::hypot(q.x - at.x - 400, q.y - at.y - 1200) < 1e-6; }));
  }
  Transformation const degrees_of_xian(Crs::parse("EPSG:4610"), {xian});
  auto const square = Geometry::from_wkt("POLYGON ((83 44, 83.02 44, 83.02 44.02, 83 44.02, 83 44))");
  auto const a = to_lonlat(square, degrees_of_xian);
  auto const p = all(Geometry::from_wkt("POLYGON ((83.015 43.9, 83.3 43.9, 83.3 44.1, 83.015 44.1, 83.015 43.9))"));
  auto const c = cut_of(a, p, degrees_of_xian);
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, a, p, degrees_of_xian);
  CHECK(c.staked.crs == "EPSG:4610");
}

TEST_CASE("several parts with holes: parts without a conflict keep their corners", "[cut]") {
  auto const a = ground(
      "MULTIPOLYGON (((0 0, 500 0, 500 500, 0 500, 0 0), (100 100, 100 200, 200 200, 200 100, 100 100)),"
      " ((1000 0, 1500 0, 1500 500, 1000 500, 1000 0)))");
  auto const p = all(ground(box(1400, -10, 1600, 510)));
  auto const c = cut_of(a, p);
  REQUIRE(c.outcome == CutOutcome::staked);
  check_laws(c, a, p);
  CHECK(c.staked.parts == 2);
  REQUIRE(c.staked.rings.size() == 3);
  for (auto const& [x, y] : {std::pair{0., 0.}, {500., 500.}, {100., 100.}, {200., 200.}, {1000., 0.}, {1000., 500.}})
    CHECK(has_corner(c.staked, x, y, 1e-6));
}
