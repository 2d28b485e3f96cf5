#include "engine/overlay/overlap.hpp"

#include <catch2/catch.hpp>

#include <cmath>

#include "engine/crs/densify.hpp"
#include "engine/geometry/coordinates.hpp"
#include "engine/measure/area.hpp"
#include "engine/overlay/balance.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;

namespace {

// Core and buffer side by side, a red line across both.
Basemap map() {
  Basemap::Builder b;
  ProtectedArea r, l;
  r.layer = "reserves", r.id = "1", r.kind = "nature_reserve";
  l.layer = "redline", l.id = "2", l.kind = "ecological_red_line";
  b.add(b.area(r), {"core", Geometry::rectangle({84, 44, 84.1, 44.1})});
  b.add(b.area(r), {"buffer", Geometry::rectangle({84.1, 44, 84.2, 44.1})});
  b.add(b.area(l), {"", Geometry::rectangle({84.05, 44, 84.15, 44.1})});
  Findings f;
  return b.build(1, f);
}

}  // namespace

TEST_CASE("an activity across two zones and a red line: every row, and ground counted once in the balance") {
  auto const m = map();
  auto const a = Geometry::rectangle({84.08, 44.02, 84.12, 44.04});
  auto const o = overlaps(m, a);
  REQUIRE(o.size() == 3);
  auto const half = exact_area_m2(Geometry::rectangle({84.08, 44.02, 84.1, 44.04}));
  CHECK_THAT(o[0].m2 - half, WithinAbs(0, 0.001));
  CHECK_THAT(o[1].m2 - half, WithinAbs(0, 0.001));
  CHECK_THAT(o[2].m2 - 2 * half, WithinAbs(0, 0.001));
  auto const b = balance(m, a, o);
  CHECK(b.balanced);
  CHECK_THAT(b.in_zones - 2 * half, WithinAbs(0, 0.001));
  CHECK_THAT(b.outside, WithinAbs(0, 0.001));
}

TEST_CASE("a shared border is a contact with no area, and never counted") {
  auto const m = map();
  auto const o = overlaps(m, Geometry::rectangle({84.2, 44.02, 84.3, 44.05}));
  REQUIRE(o.size() == 1);
  CHECK(o[0].contact);
  CHECK(o[0].m2 == 0);
  CHECK(o[0].geometry.empty());
  CHECK(overlaps(m, Geometry::rectangle({84.20001, 44.02, 84.3, 44.05})).empty());
}

TEST_CASE("a strip of a metre is an overlap with its width") {
  double const metre = 1 / 80000.0;
  auto const o = overlaps(map(), Geometry::rectangle({84.2 - metre, 44.02, 84.3, 44.05}));
  REQUIRE(o.size() == 1);
  CHECK_FALSE(o[0].contact);
  CHECK_THAT(o[0].width_m, WithinAbs(1.0, 0.02));
}

TEST_CASE("lines and points") {
  auto const m = map();
  auto const line = Geometry::from_wkt("LINESTRING (83.9 44.05, 84.3 44.05)");
  auto const o = overlaps(m, line);
  REQUIRE(o.size() == 3);
  auto const b = balance(m, line, o);
  CHECK(b.unit == "m");
  CHECK(b.balanced);
  CHECK_THAT(b.in_zones / b.whole, WithinAbs(0.5, 1e-6));
  CHECK(overlaps(m, Geometry::point({84.01, 44.01})).size() == 1);
  CHECK(overlaps(m, Geometry::point({84.07, 44.01})).size() == 2);
  CHECK(overlaps(m, Geometry::point({83, 44})).empty());
  CHECK(balance(m, Geometry::point({83, 44}), {}).outside == 1);
}

TEST_CASE("a slanting line through overlapping areas, cut with rounding at every border, still balances") {
  auto const m = map();
  for (int i = 0; i < 50; ++i) {
    auto const line = Geometry::from_wkt("LINESTRING (83.91 " + std::to_string(44.0 + i * 0.0013) + ", 84.31 " +
                                         std::to_string(44.1 - i * 0.0017) + ")");
    auto const b = balance(m, line, overlaps(m, line));
    INFO(i);
    CHECK(b.balanced);
    CHECK(b.in_zones > 0);
  }
}

TEST_CASE("the largest rung is recorded, an inner cell needs no computation") {
  Basemap::Builder b;
  ProtectedArea r;
  r.layer = "r", r.id = "1", r.kind = "nature_reserve";
  Ring circle;
  for (int k = 0; k <= 3000; ++k)
    circle.push_back({84 + std::cos(2 * 3.14159265358979 * (k % 3000) / 3000),
                      44 + std::sin(2 * 3.14159265358979 * (k % 3000) / 3000)});
  b.add(b.area(r), {"core", build({2, {{circle}}})});
  Findings f;
  auto const m = b.build(1, f);
  auto const o = overlaps(m, Geometry::rectangle({84.2, 44.2, 84.201, 44.201}));
  REQUIRE(o.size() == 1);
  CHECK(o[0].rung == Rung::cell);
  CHECK(o[0].whole);
}

namespace {

constexpr double WEST = 28400000, MIDDLE = 28410700, EAST = 28421400, SOUTH = 4930000, NORTH = 4950000;

// Areas side by side, as they are or through a projected system whose straight sides are densified.
struct Neighbours {
  Basemap basemap;
  std::vector<double> shifts;
};

Neighbours neighbours(std::vector<Geometry> const& grounds, Transformation const* from = nullptr) {
  Basemap::Builder b;
  for (std::size_t i = 0; i < grounds.size(); ++i) {
    ProtectedArea a;
    a.layer = "reserves", a.id = std::to_string(i), a.kind = "nature_reserve";
    b.add(b.area(a), {"core", from ? to_lonlat(grounds[i], *from) : grounds[i].clone()});
  }
  Findings f;
  return {b.build(1, f), std::vector<double>(grounds.size(), from ? 0.01 : 0)};
}

struct Seen {
  std::size_t contacts = 0, counted = 0;
  double inside = 0, outside = 0;
};

Seen look_at(Neighbours const& n, Geometry const& activity, bool projected) {
  auto const found = overlaps(n.basemap, activity, coordinates(activity), {projected ? 0.01 : 0, n.shifts});
  Seen out;
  for (auto const& o : found) ++(o.contact ? out.contacts : out.counted);
  auto const b = balance(n.basemap, activity, found);
  CHECK(b.balanced);
  out.inside = b.in_zones, out.outside = b.outside;
  return out;
}

Geometry wkt(std::string const& text) { return Geometry::from_wkt(text); }

}  // namespace

TEST_CASE("a line along the border of an area is a contact in degrees and in metres") {
  Transformation const t(Crs::parse("EPSG:4516"));
  std::vector<Geometry> in_degrees, in_metres;
  in_degrees.push_back(Geometry::rectangle({84, 44, 84.1, 44.1}));
  in_metres.push_back(Geometry::rectangle({WEST, SOUTH, EAST, NORTH}));
  auto const degrees = neighbours(in_degrees), metres = neighbours(in_metres, &t);
  auto const of_metres = [&](char const* text) { return look_at(metres, to_lonlat(wkt(text), t), true); };
  auto const of_degrees = [&](char const* text) { return look_at(degrees, wkt(text), false); };
  for (auto const& s :
       {of_degrees("LINESTRING (84.1 44.02, 84.1 44.07)"), of_metres("LINESTRING (28421400 4940200, 28421400 4949200)"),
        of_degrees("LINESTRING (84.02 44.1, 84.1 44.1, 84.1 44.01, 84.2 44.01)"),
        of_metres("LINESTRING (28411000 4950000, 28421400 4950000, 28421400 4935000, 28430000 4935000)")}) {
    CHECK(s.contacts == 1);
    CHECK(s.counted == 0);
    CHECK(s.inside == 0);
    CHECK(s.outside > 5000);
  }
  // Into the area at the end, across it, and a millimetre or 3 cm inside: overlaps.
  for (auto const& s :
       {of_degrees("LINESTRING (84.1 44.02, 84.1 44.07, 84.099 44.07)"),
        of_metres("LINESTRING (28421400 4940200, 28421400 4949200, 28421300 4949200)"),
        of_degrees("LINESTRING (83.9 44.05, 84.1 44.05)"), of_metres("LINESTRING (28390000 4940000, 28421400 4940000)"),
        of_degrees("LINESTRING (84.09999999 44.02, 84.09999999 44.07)"),
        of_metres("LINESTRING (28421399.97 4940200, 28421399.97 4949200)")}) {
    CHECK(s.contacts == 0);
    CHECK(s.counted == 1);
    CHECK(s.inside > 50);
  }
}

TEST_CASE(
    "a line along the border between two areas lies in protected ground, also where they adjoin for a stretch only") {
  Transformation const t(Crs::parse("EPSG:4516"));
  std::vector<Geometry> in_degrees, in_metres, one_side;
  in_degrees.push_back(Geometry::rectangle({84, 44, 84.1, 44.06}));
  in_degrees.push_back(Geometry::rectangle({84.1, 44.04, 84.2, 44.1}));
  in_metres.push_back(Geometry::rectangle({WEST, SOUTH, MIDDLE, 4942000}));
  in_metres.push_back(Geometry::rectangle({MIDDLE, 4938000, EAST, NORTH}));
  one_side.push_back(Geometry::rectangle({84, 44, 84.1, 44.1}));
  one_side.push_back(Geometry::rectangle({84.05, 44, 84.1, 44.1}));  // on the first, with the same side
  auto const degrees = neighbours(in_degrees), metres = neighbours(in_metres, &t), same = neighbours(one_side);
  CHECK(look_at(degrees, wkt("LINESTRING (84.1 44.01, 84.1 44.09)"), false).counted == 2);
  CHECK(look_at(metres, to_lonlat(wkt("LINESTRING (28410700 4931000, 28410700 4949000)"), t), true).counted > 0);
  CHECK(look_at(degrees, wkt("LINESTRING (84.1 44.01, 84.1 44.03)"), false).contacts == 1);  // before they adjoin
  CHECK(look_at(same, wkt("LINESTRING (84.1 44.01, 84.1 44.09)"), false).contacts == 2);
}

TEST_CASE("polygons that share a side, and points on it") {
  Transformation const t(Crs::parse("EPSG:4516"));
  std::vector<Geometry> in_degrees, in_metres;
  in_degrees.push_back(Geometry::rectangle({84, 44, 84.1, 44.1}));
  in_metres.push_back(Geometry::rectangle({WEST, SOUTH, EAST, NORTH}));
  auto const degrees = neighbours(in_degrees), metres = neighbours(in_metres, &t);
  for (auto const& s :
       {look_at(degrees, Geometry::rectangle({84.1, 44.02, 84.15, 44.07}), false),
        look_at(metres, to_lonlat(Geometry::rectangle({EAST, 4940200, EAST + 500, 4949200}), t), true)}) {
    CHECK(s.contacts == 1);
    CHECK(s.counted == 0);
    CHECK(s.inside == 0);
  }
  auto const on = look_at(degrees, Geometry::point({84.1, 44.05}), false);  // what it stands for has some size
  CHECK(on.counted == 1);
  CHECK(on.inside == 1);
}

TEST_CASE("between areas whose common side has other corners, nothing of an activity in metres is outside") {
  Transformation const t(Crs::parse("EPSG:4516"));
  auto const right = [&](double west, double east) {
    return to_lonlat(Geometry::rectangle({west, 4935000, east, 4945000}), t);
  };
  auto const west_with_corner = [] {
    return wkt(
        "POLYGON ((28400000 4930000, 28410700 4930000, 28410700 4933210, 28410700 4950000, 28400000 4950000, "
        "28400000 4930000))");
  };
  std::vector<Geometry> same, other;
  same.push_back(Geometry::rectangle({WEST, SOUTH, MIDDLE, NORTH}));
  other.push_back(west_with_corner());
  for (auto* of : {&same, &other}) of->push_back(Geometry::rectangle({MIDDLE, SOUTH, EAST, NORTH}));
  for (auto* of : {&same, &other}) {
    auto const n = neighbours(*of, &t);
    auto const s = look_at(n, right(MIDDLE - 500, MIDDLE + 500), true);
    CHECK(s.counted == 2);
    CHECK(s.outside < 0.02);
    CHECK(look_at(n, right(EAST - 500, EAST + 500), true).outside > 4.9e6);
  }
  std::vector<Geometry> apart;  // 5 cm of open ground
  apart.push_back(west_with_corner());
  apart.push_back(Geometry::rectangle({MIDDLE + 0.05, SOUTH, EAST, NORTH}));
  CHECK_THAT(look_at(neighbours(apart, &t), right(MIDDLE - 500, MIDDLE + 500), true).outside, WithinAbs(500, 110));
}
