#include "engine/basemap/basemap.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/basemap/subdivide.hpp"
#include "engine/geometry/validity.hpp"
#include "engine/measure/area.hpp"
#include "engine/overlay/overlap.hpp"
#include "tests/support/flower.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

ProtectedArea reserve(std::string id) {
  ProtectedArea a;
  a.layer = "reserves", a.id = std::move(id), a.kind = "nature_reserve", a.name = "R";
  return a;
}

double zone_m2(Basemap const& b, std::string const& zone) {
  for (auto const& z : b.ground(0).zones)
    if (z.zone == zone) return z.area_m2;
  return 0;
}

Basemap one(std::vector<std::pair<std::string, char const*>> const& parts, Findings& findings) {
  Basemap::Builder b;
  auto const a = b.area(reserve("1"));
  for (auto const& [zone, wkt] : parts) b.add(a, {zone, Geometry::from_wkt(wkt)});
  return b.build(2, findings);
}

}  // namespace

TEST_CASE("subdivision keeps the area, and cells stay small") {
  auto const g = flower(85, 43, 1.0, 5000);
  double sum = 0;
  std::size_t largest = 0;
  std::vector<Piece> pieces;
  pieces.push_back({0, oriented_rings(coordinates(g))});
  subdivide(std::move(pieces), [&](Bounds const&, std::vector<Piece> p) {
    for (auto const& piece : p) {
      auto const cell = build(parts_of(piece.ground));
      CHECK_FALSE(defect(cell));
      sum += exact_area_m2(cell), largest = std::max(largest, cell.vertices());
    }
  });
  auto const whole = exact_area_m2(g);
  CHECK_THAT(sum - whole, WithinAbs(0, 0.01 + 1e-9 * whole));
  CHECK(largest <= CELL_VERTICES);
}

TEST_CASE("a reserve without zones is unzoned, a red line has none") {
  Findings f;
  auto const b = one({{"", "POLYGON ((84 44, 85 44, 85 45, 84 45, 84 44))"}}, f);
  CHECK(b.ground(0).zones.at(0).zone == "unzoned");
  CHECK(f.empty());
  Basemap::Builder red;
  auto a = reserve("x");
  a.kind = "ecological_red_line";
  red.add(red.area(a), {"", Geometry::rectangle({84, 44, 85, 45})});
  CHECK(red.build(1, f).ground(0).zones.at(0).zone == "none");
}

TEST_CASE("ground of a zoned reserve that no zone covers is zone_gap and a finding with its area") {
  Findings f;
  auto const b = one({{"", "POLYGON ((84 44, 84.4 44, 84.4 44.1, 84 44.1, 84 44))"},
                      {"core", "POLYGON ((84 44, 84.1 44, 84.1 44.1, 84 44.1, 84 44))"},
                      {"buffer", "POLYGON ((84.1 44, 84.3 44, 84.3 44.1, 84.1 44.1, 84.1 44))"}},
                     f);
  auto const tenth = exact_area_m2(Geometry::rectangle({84, 44, 84.1, 44.1}));
  CHECK_THAT(zone_m2(b, "core") - tenth, WithinAbs(0, 0.02));
  CHECK_THAT(zone_m2(b, "buffer") - 2 * tenth, WithinAbs(0, 0.02));
  CHECK_THAT(zone_m2(b, "zone_gap") - tenth, WithinAbs(0, 0.02));
  REQUIRE(f.size() == 1);
  CHECK(f[0].code == "basemap.zone_gap");
  CHECK_THAT(std::stod(f[0].args.at(1)) - tenth, WithinAbs(0, 0.02));
}

TEST_CASE("zones that overlap: a finding, and the ground counts once, in the stricter zone, in any order") {
  auto const core =
      std::pair<std::string, char const*>{"core", "POLYGON ((84 44, 84.2 44, 84.2 44.1, 84 44.1, 84 44))"};
  auto const buffer =
      std::pair<std::string, char const*>{"buffer", "POLYGON ((84.1 44, 84.3 44, 84.3 44.1, 84.1 44.1, 84.1 44))"};
  auto const tenth = exact_area_m2(Geometry::rectangle({84, 44, 84.1, 44.1}));
  for (bool const swapped : {false, true}) {
    Findings f;
    auto const b = swapped ? one({buffer, core}, f) : one({core, buffer}, f);
    CHECK_THAT(zone_m2(b, "core") - 2 * tenth, WithinAbs(0, 0.02));
    CHECK_THAT(zone_m2(b, "buffer") - tenth, WithinAbs(0, 0.02));
    REQUIRE(f.size() == 1);
    CHECK(f[0].code == "basemap.zone_overlap");
    CHECK_THAT(std::stod(f[0].args.at(1)) - tenth, WithinAbs(0, 0.02));
  }
}

TEST_CASE("zones outside the boundary stay and are a finding") {
  Findings f;
  auto const b = one({{"", "POLYGON ((84 44, 84.1 44, 84.1 44.1, 84 44.1, 84 44))"},
                      {"core", "POLYGON ((84 44, 84.2 44, 84.2 44.1, 84 44.1, 84 44))"}},
                     f);
  auto const tenth = exact_area_m2(Geometry::rectangle({84, 44, 84.1, 44.1}));
  CHECK_THAT(zone_m2(b, "core") - 2 * tenth, WithinAbs(0, 0.02));
  REQUIRE(f.size() == 1);
  CHECK(f[0].code == "basemap.zone_outside");
}

TEST_CASE("ground outside the boundary that two zones claim counts once") {
  Findings f;
  auto const b = one({{"", "POLYGON ((84 44, 84.1 44, 84.1 44.1, 84 44.1, 84 44))"},
                      {"core", "POLYGON ((84 44, 84.2 44, 84.2 44.1, 84 44.1, 84 44))"},
                      {"buffer", "POLYGON ((84 44, 84.2 44, 84.2 44.1, 84 44.1, 84 44))"}},
                     f);
  auto const tenth = exact_area_m2(Geometry::rectangle({84, 44, 84.1, 44.1}));
  CHECK_THAT(zone_m2(b, "core") - 2 * tenth, WithinAbs(0, 0.02));
  auto const outside = std::find_if(f.begin(), f.end(), [](auto const& x) { return x.code == "basemap.zone_outside"; });
  REQUIRE(outside != f.end());
  CHECK_THAT(std::stod(outside->args.at(1)) - tenth, WithinAbs(0, 0.02));
}

TEST_CASE("overlap through cells equals overlap of the whole polygons, for activities of every size and place") {
  auto const ground = flower(85, 43, 0.5, 3000);
  Basemap::Builder builder;
  builder.add(builder.area(reserve("1")), {"", ground.clone()});
  Findings f;
  auto const basemap = builder.build(2, f);
  for (int i = 0; i < 120; ++i) {
    auto const size = i % 3 == 0 ? 0.3 : i % 3 == 1 ? 0.02 : 0.001;
    auto const t = 0.37 * i, d = 0.5 * (i % 11) / 8.0;
    auto const activity = flower(85 + d * std::cos(t), 43 + d * std::sin(t), size, 24);
    auto const expected = exact_area_m2(only_dimension(intersection(activity, ground), 2));
    double got = 0;
    for (auto const& o : overlaps(basemap, activity)) got += o.m2;
    INFO("case " << i);
    // Cuts move borders by nanometres: 0.01 m² + 1e-9 of the area is far above that.
    CHECK_THAT(got - expected, WithinAbs(0, 0.01 + 1e-9 * expected));
  }
}

TEST_CASE("any number of threads gives the same cells") {
  Findings f;
  std::vector<Basemap> maps;
  for (int threads : {1, 2, 7}) {
    Basemap::Builder b;
    for (int i = 0; i < 9; ++i)
      b.add(b.area(reserve(std::to_string(i))), {i % 2 ? "core" : "", flower(80 + i, 43, 0.4, 700)});
    maps.push_back(b.build(threads, f));
  }
  for (auto const& m : maps) {
    REQUIRE(m.cell_count() == maps[0].cell_count());
    for (std::size_t a = 0; a < 9; ++a)
      for (std::size_t c = 0; c < m.ground(a).cells.size(); ++c)
        REQUIRE(m.ground(a).geometry(m.ground(a).cells[c]).wkb() ==
                maps[0].ground(a).geometry(maps[0].ground(a).cells[c]).wkb());
  }
}
