// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/detective.hpp"

#include <catch2/catch.hpp>

#include "corner_samples.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

std::string header(std::string const& datum, std::string const& width, std::string const& zone) {
  return "[属性描述]\n坐标系=" + datum + "\n几度分带=" + width + "\n带号=" + zone + "\n[地块坐标]\n4,0,1,,面,,,,@\n";
}

// About 85.0°E, 44.6°N: 3-degree zone 28 (meridian 84°), 6-degree zone 15 (meridian 87°).
std::string corners(std::string const& prefix, bool swapped = false) {
  std::string out;
  int n = 0;
  for (auto const& [x, y] :
       {std::pair{"4940100.00", "479400.00"}, {"4940100.00", "479600.00"}, {"4940000.00", "479600.00"}}) {
    auto const east = prefix + y;
    out += "J" + std::to_string(++n) + ",1," + (swapped ? east + "," + x : x + ("," + east)) + "\n";
  }
  return out;
}

CrsProposal of(std::string const& text, CornerHints const& hints = {}) { return propose(read(text), hints); }
bool says(CrsProposal const& p, char const* key) { return finding_count(p.evidence, key) > 0; }

std::string const CGCS = "2000国家大地坐标系";

}  // namespace

TEST_CASE("declared and confirmed: certain, with the EPSG code of zone and form", "[corners]") {
  auto const p = of(header(CGCS, "3", "28") + corners("28"));
  CHECK(p.certain);
  CHECK(p.crs == "EPSG:4516");
  CHECK(p.order == AxisOrder::north_first);
  CHECK(of(header(CGCS, "3", "28") + corners("")).crs == "EPSG:4537");
  CHECK(of(header(CGCS, "6", "15") + corners("15")).crs == "EPSG:4493");
  CHECK(of(header(CGCS, "", "") + corners("15")).crs == "EPSG:4493");  // the prefix alone tells the width
  CHECK(of(header("1980西安坐标系", "3", "28") + corners("28")).crs == "EPSG:2352");
  CHECK(of(header("80国家大地坐标系", "3", "28") + corners("28")).crs == "EPSG:2352");
  CHECK(of(header("1954年北京坐标系", "3", "28") + corners("28")).crs == "EPSG:2404");
}

TEST_CASE("each usual mistake makes the proposal doubtful, with its name", "[corners]") {
  auto const doubtful = [](CrsProposal const& p, char const* key, std::string const& crs) {
    CAPTURE(key);
    CHECK_FALSE(p.certain);
    CHECK(says(p, key));
    CHECK(p.crs == crs);
    for (auto const& f : p.evidence) CHECK(has_text(f.code));
  };
  auto const swapped = of(header(CGCS, "3", "28") + corners("28", true));
  doubtful(swapped, "corner.swapped", "EPSG:4516");
  CHECK(swapped.order == AxisOrder::east_first);
  doubtful(of(header(CGCS, "3", "29") + corners("28")), "corner.zone_contradicts", "EPSG:4516");
  doubtful(of(header(CGCS, "3", "15") + corners("15")), "corner.width_contradicts", "EPSG:4493");
  doubtful(of(header(CGCS, "3", "15") + corners("")), "corner.width_contradicts", "EPSG:4504");
  doubtful(of(header("", "3", "28") + corners("28")), "corner.datum_not_stated", "EPSG:4516");
  doubtful(of(header("地方坐标系", "3", "28") + corners("28")), "corner.datum_unknown", "EPSG:4516");
  doubtful(of(header(CGCS, "3", "ff") + corners("28")), "corner.header_unreadable", "EPSG:4516");
  doubtful(of(header(CGCS, "", "") + corners("")), "corner.no_zone", "");
  for (auto const* meridian : {"1e300", "-84", "0", "85"}) {
    auto text = header(CGCS, "", "") + corners("");
    text.insert(text.find("[地块"), std::string("中央子午线=") + meridian + "\n");
    doubtful(of(text), "corner.odd_meridian", "");
  }
  doubtful(of("1 5 7\n2 6 7.5\n3 9.5 8\n"), "corner.no_magnitude", "");
}

// 3-degree zone 28 with eastings around 100 km lies 5° west of its meridian.
TEST_CASE("corners far outside their zone", "[corners]") {
  auto const p = of(header(CGCS, "3", "28") + "J1,1,4940100,28100400\nJ2,1,4940100,28100600\nJ3,1,4940000,28100600\n");
  CHECK_FALSE(p.certain);
  CHECK(says(p, "corner.outside_zone"));
}

TEST_CASE("a county places eastings without a zone, and finds a wrong one out", "[corners]") {
  CornerHints hints;
  hints.county = Bounds{83.5, 44, 84.5, 45};
  auto const placed = of(header(CGCS, "", "") + corners(""), hints);
  CHECK(placed.crs == "EPSG:4537");
  CHECK_FALSE(placed.certain);
  CHECK(says(placed, "corner.zone_by_county"));
  CHECK(of(header(CGCS, "3", "28") + corners("28"), hints).certain);
  auto const wrong = of(header(CGCS, "3", "29") + corners("29"), hints);
  CHECK_FALSE(wrong.certain);
  CHECK(says(wrong, "corner.outside_county"));
  CHECK(says(wrong, "corner.county_fits"));
}

TEST_CASE("the registered area speaks for or against", "[corners]") {
  CornerHints hints;
  hints.registered_m2 = 10000;  // half of 200 m × 100 m
  CHECK(of(header(CGCS, "3", "28") + corners("28"), hints).certain);
  hints.registered_m2 = 20000;
  auto const p = of(header(CGCS, "3", "28") + corners("28"), hints);
  CHECK_FALSE(p.certain);
  CHECK(says(p, "corner.registered_differs"));
}

TEST_CASE("degrees: order by magnitude, packed ones unpacked, blocks and phones named", "[corners]") {
  auto list = read("经纬度 2000国家大地坐标系\n1 851230.5 440630\n2 851300 440630\n3 851300 440600\n");
  auto const p = propose(list, {});
  CHECK(p.packed);
  CHECK(p.crs == "EPSG:4490");
  CHECK(p.certain);
  place_corners(list, p);
  auto const& c = list.parcels.at(0).rings.at(0).corners.at(0);
  CHECK_THAT(c.x, Catch::WithinAbs(85 + 12 / 60.0 + 30.5 / 3600, 1e-12));
  CHECK_THAT(c.y, Catch::WithinAbs(44 + 6 / 60.0 + 30 / 3600.0, 1e-12));
  auto const phone = of("1 44.12345 85.12345\n2 44.12345 85.22345\n3 44.02345 85.22345\n");
  CHECK(phone.order == AxisOrder::north_first);
  CHECK(says(phone, "corner.gcj02"));
  CHECK_FALSE(phone.certain);
  auto const block = of("1 85°15′00″ 44°10′15″\n2 85°16′00″ 44°10′15″\n3 85°16′00″ 44°09′15″\n");
  CHECK(says(block, "corner.block_grid"));
}

// The table of docs/corner-lists.md, row by row: what is recognised, what is named, and what cannot be known.
TEST_CASE("what the search for the system can tell and what it cannot", "[corners]") {
  CornerHints
      around_84;  // 84.5–85.5°E: corners("28") lie at 83.74°E in zone 28, at 85.24°E in the 6-degree zone 15 … 86.74
  around_84.county = Bounds{83.5, 44, 84.2, 45};
  CornerHints around_87;
  around_87.county = Bounds{86.5, 44, 87.2, 45};

  SECTION("X and Y exchanged is recognised, also in degrees") {
    CHECK(says(of(header(CGCS, "3", "28") + corners("28", true)), "corner.swapped"));
    auto const degrees = of("2000国家大地坐标系\n点号 纬度 经度\n1 83.1 44.1\n2 83.2 44.1\n3 83.2 44.2\n");
    CHECK(says(degrees, "corner.swapped"));
    CHECK(degrees.order == AxisOrder::east_first);
  }
  SECTION("degrees outside China are named, not placed") {
    auto const p = of("2000国家大地坐标系\n1 10.1 20.1\n2 10.2 20.1\n3 10.2 20.2\n");
    CHECK(p.crs.empty());
    CHECK(says(p, "corner.no_magnitude"));
  }
  SECTION("a missing number before the eastings is no matter where the zone is stated") {
    CHECK(of(header(CGCS, "3", "28") + corners("")).certain);
    CHECK(says(of(header(CGCS, "", "") + corners("")), "corner.no_zone"));
    auto const placed = of(header(CGCS, "", "") + corners(""), around_84);
    CHECK(placed.crs == "EPSG:4537");
    CHECK_FALSE(placed.certain);
  }
  SECTION("a wrong zone is recognised against the statement or the county, and cannot be known alone") {
    CHECK(says(of(header(CGCS, "3", "29") + corners("28")), "corner.zone_contradicts"));
    auto const everywhere = header(CGCS, "3", "29") + corners("29");
    CHECK(of(everywhere).certain);
    auto const found = of(everywhere, around_84);
    CHECK(says(found, "corner.outside_county"));
    CHECK(found.crs == "EPSG:4537");
  }
  SECTION("6-degree zones for 3-degree ones: by number and width, by distance, by county; near both meridians never") {
    CHECK(says(of(header(CGCS, "6", "28") + corners("28")), "corner.width_contradicts"));
    CHECK(says(of(header(CGCS, "3", "15") + corners("15")), "corner.width_contradicts"));
    std::string const far = "J1,1,4940100,290400\nJ2,1,4940100,290600\nJ3,1,4940000,290600\n";  // 2.6° off a meridian
    CHECK(of(header(CGCS, "6", "15") + far).certain);
    CHECK(says(of(header(CGCS, "3", "28") + far), "corner.outside_zone"));
    auto const near = header(CGCS, "3", "28") + corners("");  // drawn in 6-degree zone 15, 86.74°E
    CHECK(of(near).certain);
    CHECK(says(of(near, around_87), "corner.outside_county"));
  }
  SECTION("Xi'an 1980 taken for CGCS2000 cannot be known; whole 15 seconds are named") {
    CHECK(of(header(CGCS, "3", "28") + corners("28")).certain);
    CHECK(says(of("2000国家大地坐标系\n1 83.125 44.125\n2 83.25 44.125\n3 83.25 44.25\n"), "corner.block_grid"));
    CHECK_FALSE(says(of("2000国家大地坐标系\n1 83.1251 44.125\n2 83.25 44.125\n3 83.25 44.25\n"), "corner.block_grid"));
  }
  SECTION("GCJ-02 cannot be known from numbers; it is named where no system is stated") {
    CHECK(says(of("1 83.1251 44.1253\n2 83.2512 44.125\n3 83.25 44.25\n"), "corner.gcj02"));
    CHECK_FALSE(says(of("2000国家大地坐标系\n1 83.1251 44.1253\n2 83.2512 44.125\n3 83.25 44.25\n"), "corner.gcj02"));
  }
}

// 1 hectare; a wrong zone, width or datum moves or bends it by less than a registered area can show.
TEST_CASE("a registered area tells missing corners and wrong units, not wrong zones and datums", "[corners]") {
  CornerHints hints;
  hints.registered_m2 = 10000;
  for (auto const& [datum, width, zone, prefix] : {std::tuple{CGCS, "3", "28", "28"},
                                                   {CGCS, "3", "29", "29"},
                                                   {CGCS, "6", "15", "15"},
                                                   {CGCS, "3", "28", ""},
                                                   {std::string("1980西安坐标系"), "3", "28", "28"},
                                                   {std::string("1954年北京坐标系"), "3", "28", "28"}}) {
    CAPTURE(datum, zone, prefix);
    CHECK(says(of(header(datum, width, zone) + corners(prefix), hints), "corner.registered_fits"));
  }
  hints.registered_m2 = 20000;  // as with the fourth corner
  CHECK(says(of(header(CGCS, "3", "28") + corners("28"), hints), "corner.registered_differs"));
  hints.registered_m2 = 15;  // mu
  CHECK(says(of(header(CGCS, "3", "28") + corners("28"), hints), "corner.registered_differs"));
}
