// Polygons against two reserves side by side: each planted fault is found and nothing else is. SPDX-License-Identifier:
// Apache-2.0
#include "engine/restoration/survey.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <random>

#include "engine/measure/area.hpp"
#include "engine/restoration/status.hpp"
#include "tests/engine/restoration/books.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;
using tests::add;

namespace {

// West (86–87 E) with a core in its middle, east (87–88 E) without zones.
Basemap const& reserves() {
  static auto const map = [] {
    Basemap::Builder builder;
    auto const area = [](char const* id) {
      ProtectedArea a;
      a.layer = "reserves", a.id = a.name = id, a.kind = "nature_reserve";
      return a;
    };
    auto const west = builder.area(area("west")), east = builder.area(area("east"));
    builder.add(west, {"experimental", Geometry::rectangle({86, 42, 87, 43})});
    builder.add(west, {"core", Geometry::rectangle({86.4, 42.4, 86.6, 42.6})});
    builder.add(east, {"", Geometry::rectangle({87, 42, 88, 43})});
    Findings ignored;
    return builder.build(1, ignored);
  }();
  return map;
}

std::string box(double x0, double y0, double x1, double y1) {
  return fmt::format("POLYGON(({0} {1},{2} {1},{2} {3},{0} {3},{0} {1}))", x0, y0, x1, y1);
}
double m2(double x0, double y0, double x1, double y1) { return exact_area_m2(Geometry::rectangle({x0, y0, x1, y1})); }

Survey surveyed(RestorationBook const& book, char const* as_of = "2020-12-31") {
  return survey(in_force(book, tests::day(as_of)), reserves(), {"west", "east"});
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a clean history: disturbed, dismantled, restored, accepted", "[restoration]") {
  RestorationBook book;
  auto const ground = box(86.1, 42.1, 86.11, 42.11), half = box(86.1, 42.1, 86.105, 42.11);
  add(book, {.id = "1",
             .reserve = "west",
             .stage = "disturbed",
             .day = "2015-01-01",
             .wkt = ground,
             .quantity = Quantity::disturbed});
  add(book, {.id = "2",
             .reserve = "west",
             .stage = "dismantled",
             .day = "2017-01-01",
             .wkt = ground,
             .quantity = Quantity::other});
  add(book, {.id = "3", .reserve = "west", .day = "2018-01-01", .wkt = ground});
  add(book, {.id = "4", .reserve = "west", .stage = "accepted", .day = "2019-01-01", .wkt = half});
  auto const whole = m2(86.1, 42.1, 86.11, 42.11), part = m2(86.1, 42.1, 86.105, 42.11);
  for (auto const& [day, column] : {std::pair{"2016-01-01", 0}, {"2017-06-01", 1}, {"2018-06-01", 2}}) {
    auto const s = surveyed(book, day);
    CHECK(s.findings.empty());
    CHECK_THAT(s.reserves.at("west").totals.m2[static_cast<std::size_t>(column)], WithinAbs(whole, 0.01));
    CHECK_THAT(s.region.disturbed_m2, WithinAbs(whole, 0.01));
  }
  auto const s = surveyed(book);
  CHECK(s.findings.empty());
  CHECK_THAT(s.reserves.at("west").totals.m2[3], WithinAbs(part, 0.01));
  CHECK_THAT(s.reserves.at("west").totals.m2[2], WithinAbs(whole - part, 0.01));
  SECTION("ground disturbed again leaves what was done") {
    add(book, {.id = "5",
               .reserve = "west",
               .stage = "disturbed",
               .day = "2020-01-01",
               .wkt = half,
               .quantity = Quantity::disturbed});
    auto const again = surveyed(book);
    CHECK(again.findings.empty());
    CHECK_THAT(again.reserves.at("west").totals.m2[3], WithinAbs(0, 0.01));
    CHECK_THAT(again.reserves.at("west").totals.m2[0], WithinAbs(part, 0.01));
    add(book, {.id = "6", .reserve = "west", .day = "2020-06-01", .wkt = half});
    CHECK(surveyed(book).findings.empty());  // restored anew, not claimed twice
  }
  SECTION("ground sent back is under way") {
    add(book, {.id = "5", .reserve = "west", .stage = "returned", .day = "2020-01-01", .wkt = half});
    CHECK_THAT(surveyed(book).reserves.at("west").totals.m2[1], WithinAbs(part, 0.01));
  }
}

// By number the same rows keep what was accepted.
TEST_CASE("reported at a lower stage, ground stays accepted", "[restoration]") {
  RestorationBook book;
  auto const ground = box(86.1, 42.1, 86.11, 42.11), more = box(86.1, 42.1, 86.12, 42.11);
  auto const part = m2(86.1, 42.1, 86.11, 42.11), all = m2(86.1, 42.1, 86.12, 42.11);
  add(book, {.id = "1", .reserve = "west", .day = "2018-01-01", .wkt = ground});
  add(book, {.id = "2", .reserve = "west", .stage = "accepted", .day = "2018-02-01", .wkt = ground});
  auto const later = [&](std::string const& stage, std::string const& site, std::string const& wkt) {
    add(book, {.id = "3", .reserve = "west", .site = site, .stage = stage, .day = "2018-03-01", .wkt = wkt});
    return surveyed(book).reserves.at("west");
  };
  SECTION("checked, dismantled, or claimed by another site") {
    auto const [stage, site] =
        GENERATE(std::pair{"self_checked", "s"}, std::pair{"dismantled", "s"}, std::pair{"closed", "t"});
    auto const r = later(stage, site, ground);
    CHECK_THAT(r.totals.m2[3], WithinAbs(part, 0.01));
    CHECK_THAT(r.totals.disturbed_m2, WithinAbs(part, 0.01));
    CHECK_THAT(r.of_site.at("s").accepted, WithinAbs(part, 0.01));
  }
  SECTION("the whole site again: what is new is restored") {
    auto const r = later("restored", "s", more);
    CHECK_THAT(r.totals.m2[3], WithinAbs(part, 0.01));
    CHECK_THAT(r.totals.m2[2], WithinAbs(all - part, 0.01));
  }
  SECTION("work at it since does not make its ground new") {
    later("dismantled", "s", ground);
    add(book, {.id = "4", .reserve = "west", .day = "2018-04-01", .programme = "q", .wkt = ground});
    CHECK(tests::codes(surveyed(book).findings) == Strings{"restoration.claimed_twice 4"});
  }
}

// A row of a table sends a site back that was drawn before: its ground must leave what is done.
TEST_CASE("ground sent back without a polygon", "[restoration]") {
  RestorationBook book;
  auto const whole = box(86.39, 42.5, 86.41, 42.51), half = box(86.39, 42.5, 86.4, 42.51);  // in two zones
  auto const all = m2(86.39, 42.5, 86.41, 42.51), part = m2(86.39, 42.5, 86.4, 42.51);
  auto const other = box(86.409, 42.5, 86.42, 42.51), third = box(86.7, 42.7, 86.71, 42.71);
  add(book, {.id = "1", .reserve = "west", .day = "2017-01-01", .wkt = whole});
  add(book, {.id = "2", .reserve = "west", .stage = "accepted", .day = "2018-01-01", .wkt = half});
  add(book, {.id = "3", .reserve = "west", .site = "t", .day = "2018-01-01", .wkt = third});
  auto const elsewhere = m2(86.7, 42.7, 86.71, 42.71);
  add(book, {.id = "back", .reserve = "west", .stage = "returned", .day = "2019-01-01"});
  auto const totals = [&](char const* day = "2020-12-31") { return surveyed(book, day).reserves.at("west").totals.m2; };
  CHECK_THAT(totals("2018-12-31")[3], WithinAbs(part, 0.01));
  CHECK_THAT(totals()[1], WithinAbs(all, 0.01));
  CHECK_THAT(totals()[2], WithinAbs(elsewhere, 0.01));  // of the other site
  CHECK(totals()[3] == 0);
  CHECK(surveyed(book).findings.empty());
  SECTION("it is no new disturbance, and can be restored and accepted anew") {
    CHECK(surveyed(book).known.outlines.empty());
    add(book, {.id = "4", .reserve = "west", .day = "2019-06-01", .wkt = whole});
    add(book, {.id = "5", .reserve = "west", .stage = "accepted", .day = "2019-07-01", .wkt = half});
    CHECK_THAT(totals()[3], WithinAbs(part, 0.01));
    CHECK_THAT(totals()[1], WithinAbs(0, 0.01));
    CHECK(surveyed(book).findings.empty());  // neither claimed twice nor a cumulative figure
  }
  SECTION("accepted again without being restored") {
    add(book, {.id = "5", .reserve = "west", .stage = "accepted", .day = "2019-07-01", .wkt = half});
    CHECK(tests::codes(surveyed(book).findings) == Strings{"restoration.accepted_unrestored 5"});
  }
  SECTION("the same by polygon") {
    book.records.pop_back();
    add(book, {.id = "back", .reserve = "west", .stage = "returned", .day = "2019-01-01", .wkt = whole});
    add(book, {.id = "5", .reserve = "west", .stage = "accepted", .day = "2019-07-01", .wkt = half});
    CHECK(tests::codes(surveyed(book).findings) == Strings{"restoration.accepted_unrestored 5"});
  }
  SECTION("ground disturbed again since is not touched, nor what another site restored beyond it") {
    book.records.pop_back();
    add(book, {.id = "4", .reserve = "west", .stage = "disturbed", .day = "2018-06-01", .wkt = half});
    add(book, {.id = "5", .reserve = "west", .site = "u", .day = "2018-06-01", .wkt = other});
    add(book, {.id = "back", .reserve = "west", .stage = "returned", .day = "2019-01-01"});
    CHECK_THAT(totals()[0], WithinAbs(part, 0.01));
    CHECK_THAT(totals()[2], WithinAbs(elsewhere + m2(86.41, 42.5, 86.42, 42.51), 0.01));
    CHECK_THAT(totals()[1], WithinAbs(m2(86.4, 42.5, 86.41, 42.51), 0.01));
  }
  SECTION("a part nobody has drawn") {
    book.records.pop_back();
    add(book, {.id = "back", .reserve = "west", .stage = "returned", .value = "1", .day = "2019-01-01"});
    CHECK(tests::codes(surveyed(book).findings) == Strings{"restoration.returned_undrawn back"});
    CHECK_THAT(totals()[1], WithinAbs(all, 0.01));
  }
}

// A row of a table accepts a site that was drawn before: its restored ground becomes accepted, in every zone.
TEST_CASE("ground accepted without a polygon", "[restoration]") {
  RestorationBook book;
  auto const whole = box(86.39, 42.5, 86.41, 42.51), half = box(86.39, 42.5, 86.4, 42.51);  // in two zones
  auto const all = m2(86.39, 42.5, 86.41, 42.51), part = m2(86.39, 42.5, 86.4, 42.51);
  auto const hectares = [&](double share) { return fmt::format("{:.4f}", share * all / 1e4); };
  auto const accepted = [&](char const* day = "2020-12-31") {
    return surveyed(book, day).reserves.at("west").totals.m2[3];
  };
  auto const accept = [&](char const* id, std::string const& figure, char const* day) {
    add(book, {.id = id, .reserve = "west", .stage = "accepted", .value = figure, .day = day});
  };
  add(book, {.id = "1", .reserve = "west", .value = hectares(1), .day = "2017-01-01", .wkt = whole});
  add(book, {.id = "2", .reserve = "west", .site = "t", .day = "2017-01-01", .wkt = box(86.7, 42.7, 86.71, 42.71)});
  SECTION("no figure") {
    accept("3", "", "2018-01-01");
    CHECK(accepted("2017-12-31") == 0);
    CHECK_THAT(accepted(), WithinAbs(all, 0.01));  // not of the other site
    CHECK_THAT(surveyed(book).reserves.at("west").of_site.at("s").accepted, WithinAbs(all, 0.01));
    CHECK(surveyed(book).findings.empty());
    add(book, {.id = "back", .reserve = "west", .stage = "returned", .day = "2019-01-01", .wkt = half});
    CHECK_THAT(accepted(), WithinAbs(all - part, 0.01));
  }
  SECTION("what is restored later is not accepted yet") {
    accept("3", "", "2018-01-01");
    add(book, {.id = "4", .reserve = "west", .day = "2019-01-01", .wkt = box(86.41, 42.5, 86.42, 42.51)});
    CHECK_THAT(accepted(), WithinAbs(all, 0.01));
    accept("5", "", "2019-06-01");
    CHECK_THAT(accepted(), WithinAbs(m2(86.39, 42.5, 86.42, 42.51), 0.01));
  }
  SECTION("nearly all of it") {
    accept("3", hectares(.96), "2018-01-01");
    CHECK_THAT(accepted(), WithinAbs(all, 0.01));
    CHECK(surveyed(book).findings.empty());
  }
  SECTION("a part, which nobody has drawn") {
    accept("3", hectares(.5), "2018-01-01");
    CHECK(accepted() == 0);
    CHECK(tests::codes(surveyed(book).findings) == Strings{"restoration.accepted_undrawn 3"});
    SECTION("until the rest is accepted too") {
      accept("4", hectares(.47), "2018-02-01");
      CHECK_THAT(accepted(), WithinAbs(all, 0.01));
      CHECK(surveyed(book).findings.empty());
    }
    SECTION("the same figure said twice is no rest") {
      accept("4", hectares(.5), "2018-01-01");
      CHECK(accepted() == 0);
    }
    SECTION("until a polygon says which") {
      add(book, {.id = "4", .reserve = "west", .stage = "accepted", .day = "2018-02-01", .wkt = half});
      CHECK_THAT(accepted(), WithinAbs(part, 0.01));
      CHECK(surveyed(book).findings.empty());
    }
    SECTION("sent back, and accepted as a whole") {
      add(book, {.id = "4", .reserve = "west", .stage = "returned", .day = "2018-02-01"});
      CHECK(surveyed(book).findings.empty());
      add(book, {.id = "5", .reserve = "west", .day = "2018-03-01", .wkt = whole});
      accept("6", "", "2018-04-01");
      CHECK_THAT(accepted(), WithinAbs(all, 0.01));
    }
  }
  SECTION("ground that no longer stands restored") {
    add(book, {.id = "3", .reserve = "west", .stage = "disturbed", .day = "2018-01-01", .wkt = whole});
    accept("4", "", "2018-06-01");
    CHECK(accepted() == 0);
    CHECK(tests::codes(surveyed(book).findings) == Strings{"restoration.accepted_undrawn 4"});
  }
  SECTION("a site that was restored and accepted by number, with its damage drawn") {
    book.records.clear();
    add(book, {.id = "1", .reserve = "west", .stage = "disturbed", .day = "2016-01-01", .wkt = whole});
    add(book, {.id = "2", .reserve = "west", .value = "1", .day = "2017-01-01"});
    accept("3", "1", "2018-01-01");
    CHECK(surveyed(book).findings.empty());
  }
}

TEST_CASE("zones share the ground of a record", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "1", .reserve = "west", .day = "2018-01-01", .wkt = box(86.39, 42.5, 86.41, 42.51)});
  auto const r = surveyed(book).reserves.at("west");
  REQUIRE(r.zones.size() == 2);
  CHECK((r.zones[0].zone == "core" && r.zones[1].zone == "experimental"));
  CHECK_THAT(r.zones[0].totals.m2[2], WithinAbs(m2(86.4, 42.5, 86.41, 42.51), 0.01));
  CHECK_THAT(r.zones[1].totals.m2[2], WithinAbs(m2(86.39, 42.5, 86.4, 42.51), 0.01));
}

TEST_CASE("planted faults", "[restoration]") {
  RestorationBook book;
  auto const a = box(86.1, 42.1, 86.11, 42.11), shifted = box(86.105, 42.1, 86.115, 42.11);
  add(book, {.id = "a", .reserve = "west", .day = "2018-01-01", .programme = "p", .wkt = a});
  SECTION("none") { CHECK(surveyed(book).findings.empty()); }
  SECTION("two programmes claim the same ground") {
    add(book, {.id = "b", .reserve = "west", .day = "2018-02-01", .programme = "q", .wkt = shifted});
    auto const s = surveyed(book);
    CHECK(tests::codes(s.findings) == Strings{"restoration.claimed_twice b"});
    CHECK_THAT(s.known.deductions.at("b").to_double(), WithinAbs(m2(86.105, 42.1, 86.11, 42.11), 0.01));
    CHECK_THAT(s.region.m2[2], WithinAbs(m2(86.1, 42.1, 86.115, 42.11), 0.01));
  }
  SECTION("at whatever stage the other one is") {
    auto const stage = GENERATE("self_checked", "accepted");
    add(book,
        {.id = "b", .reserve = "west", .site = "t", .stage = stage, .day = "2018-02-01", .programme = "q", .wkt = a});
    auto const s = surveyed(book);
    CHECK(tests::codes(s.findings) == Strings{"restoration.claimed_twice b"});
    CHECK_THAT(s.known.deductions.at("b").to_double(), WithinAbs(m2(86.1, 42.1, 86.11, 42.11), 0.01));
  }
  SECTION("the later stages of both are told no more, and the first keeps its ground") {
    add(book, {.id = "b", .reserve = "west", .site = "t", .day = "2018-02-01", .programme = "q", .wkt = a});
    add(book, {.id = "c",
               .reserve = "west",
               .site = "t",
               .stage = "self_checked",
               .day = "2018-03-01",
               .programme = "q",
               .wkt = a});
    add(book, {.id = "d", .reserve = "west", .stage = "self_checked", .day = "2018-04-01", .programme = "p", .wkt = a});
    auto const s = surveyed(book);
    CHECK(tests::codes(s.findings) == Strings{"restoration.claimed_twice b"});
    CHECK_THAT(s.known.deductions.at("b").to_double(), WithinAbs(m2(86.1, 42.1, 86.11, 42.11), 0.01));
    CHECK_THAT(s.known.deductions.at("c").to_double(), WithinAbs(m2(86.1, 42.1, 86.11, 42.11), 0.01));
    CHECK(s.known.deductions.count("d") == 0);
  }
  SECTION("last year's polygon reported as new") {
    add(book, {.id = "b", .reserve = "west", .day = "2019-01-01", .programme = "p", .wkt = a});
    CHECK(tests::codes(surveyed(book).findings) == Strings{"restoration.cumulative_as_new b"});
  }
  SECTION("last year's polygon declared cumulative") {
    add(book, {.id = "b", .reserve = "west", .day = "2019-01-01", .basis = "cumulative", .programme = "p", .wkt = a});
    CHECK(surveyed(book).findings.empty());
  }
  SECTION("self-checking of the same ground") {
    add(book, {.id = "b", .reserve = "west", .stage = "self_checked", .day = "2019-01-01", .programme = "p", .wkt = a});
    CHECK(surveyed(book).findings.empty());
  }
  SECTION("restored outside any reserve") {
    add(book, {.id = "b", .reserve = "west", .site = "t", .day = "2019-01-01", .wkt = box(86.5, 41.99, 86.51, 42.02)});
    auto const s = surveyed(book);
    CHECK(tests::codes(s.findings) == Strings{"restoration.outside_reserve b"});
    CHECK_THAT(s.region.m2[2], WithinAbs(m2(86.1, 42.1, 86.11, 42.11) + m2(86.5, 42, 86.51, 42.02), 0.01));
  }
  SECTION("restored outside any reserve, on ground that was drawn as disturbed") {
    auto const across = box(86.5, 41.99, 86.51, 42.02);  // a third of it is outside
    add(book, {.id = "b",
               .reserve = "west",
               .site = "t",
               .stage = "disturbed",
               .day = "2016-01-01",
               .wkt = across,
               .quantity = Quantity::disturbed});
    auto const s = surveyed(book);
    CHECK(tests::codes(s.findings) == Strings{"restoration.outline_outside b"});
    CHECK_THAT(s.known.outlines.at({"west", "t"}).to_double(), WithinAbs(m2(86.5, 41.99, 86.51, 42.02), 0.01));
    add(book, {.id = "b2",  // drawn again it is told no more
               .reserve = "west",
               .site = "t",
               .stage = "disturbed",
               .day = "2017-01-01",
               .wkt = across,
               .quantity = Quantity::disturbed});
    add(book, {.id = "c", .reserve = "west", .site = "t", .day = "2019-01-01", .wkt = across});
    CHECK(tests::codes(surveyed(book).findings) ==
          Strings{"restoration.outline_outside b", "restoration.outside_reserve c"});
  }
  SECTION("a reserve whose boundary is missing is told once") {
    add(book, {.id = "b", .reserve = "north", .site = "t", .day = "2019-01-01", .wkt = box(86.5, 45, 86.51, 45.01)});
    add(book, {.id = "c", .reserve = "north", .site = "t", .day = "2019-02-01", .wkt = box(86.6, 45, 86.61, 45.01)});
    CHECK(tests::codes(surveyed(book).findings) == Strings{"restoration.no_boundary "});
  }
  SECTION("booked in the wrong reserve: the overlay decides") {
    add(book, {.id = "b", .reserve = "west", .site = "t", .day = "2019-01-01", .wkt = box(87.1, 42.1, 87.11, 42.11)});
    auto const s = surveyed(book);
    CHECK(tests::codes(s.findings) == Strings{"restoration.wrong_reserve b"});
    CHECK_THAT(s.reserves.at("east").totals.m2[2], WithinAbs(m2(87.1, 42.1, 87.11, 42.11), 0.01));
  }
  SECTION("restored beyond the disturbed ground of the site") {
    add(book, {.id = "b",
               .reserve = "west",
               .site = "t",
               .stage = "disturbed",
               .day = "2016-01-01",
               .wkt = box(86.2, 42.1, 86.21, 42.11),
               .quantity = Quantity::disturbed});
    add(book, {.id = "c", .reserve = "west", .site = "t", .day = "2019-01-01", .wkt = box(86.205, 42.1, 86.22, 42.11)});
    auto const s = surveyed(book);
    CHECK(tests::codes(s.findings) == Strings{"restoration.beyond_site c"});
    CHECK_THAT(s.region.m2[2], WithinAbs(m2(86.1, 42.1, 86.11, 42.11) + m2(86.205, 42.1, 86.21, 42.11), 0.01));
  }
  SECTION("sites whose disturbed grounds overlap, unless it is stated what each must restore") {
    auto const outline = [&](char const* id, char const* site, std::string const& wkt) {
      add(book, {.id = id, .reserve = "west", .site = site, .stage = "disturbed", .day = "2016-01-01", .wkt = wkt});
    };
    outline("b", "t", box(86.2, 42.1, 86.21, 42.11)), outline("c", "u", box(86.205, 42.1, 86.22, 42.11));
    outline("d", "v", box(86.22, 42.1, 86.23, 42.11));  // touches u
    auto const s = surveyed(book);
    CHECK(tests::codes(s.findings) == Strings{"restoration.outlines_overlap "});
    CHECK((s.findings.front().args[0] == "t" && s.findings.front().args[1] == "u"));
    add(book, {.id = "e",
               .reserve = "west",
               .site = "u",
               .stage = "",
               .value = "1",
               .day = "2016-01-01",
               .quantity = Quantity::required});
    CHECK(surveyed(book).findings.empty());
  }
  SECTION("accepted before it was restored") {
    add(book,
        {.id = "b", .reserve = "west", .stage = "accepted", .day = "2018-06-01", .programme = "p", .wkt = shifted});
    CHECK(tests::codes(surveyed(book).findings) == Strings{"restoration.accepted_unrestored b"});
  }
}

TEST_CASE("ground that two reserves hold stands in both and once in the region", "[restoration]") {
  Basemap::Builder builder;
  for (auto const& [id, x] : {std::pair{"a", 86.0}, {"b", 86.5}}) {
    ProtectedArea area;
    area.layer = "reserves", area.id = area.name = id, area.kind = "nature_reserve";
    builder.add(builder.area(area), {"", Geometry::rectangle({x, 42, x + 1, 43})});
  }
  Findings ignored;
  auto const map = builder.build(1, ignored);
  RestorationBook book;
  add(book,
      {.id = "1", .reserve = "a", .stage = "accepted", .day = "2018-01-01", .wkt = box(86.6, 42.1, 86.61, 42.11)});
  auto const as_of = tests::day("2019-01-01");
  auto const s = survey(in_force(book, as_of), map, {"a", "b"});
  auto const one = m2(86.6, 42.1, 86.61, 42.11);
  CHECK(s.findings.empty());
  CHECK_THAT(s.reserves.at("a").totals.m2[3], WithinAbs(one, 0.01));
  CHECK_THAT(s.reserves.at("b").totals.m2[3], WithinAbs(one, 0.01));
  CHECK_THAT(s.region.m2[3], WithinAbs(one, 0.01));
  auto const status = restoration_status(book, tests::model(), {{"a", "A", ""}, {"b", "B", ""}}, as_of, s);
  CHECK_THAT(status.region.accepted.to_double(), WithinAbs(one, 0.01));
  CHECK_THAT(status.region.verified.to_double(), WithinAbs(one, 0.01));
}

TEST_CASE("order of input changes nothing", "[restoration]") {
  std::mt19937 random(5);
  std::vector<tests::Given> given;
  for (int i = 0; i < 40; ++i) {
    auto const x = 86.9 + 0.2 * static_cast<double>(random() % 1000) / 1000,
               y = 42.2 + 0.05 * static_cast<double>(random() % 1000) / 1000;
    static char const* const STAGES[] = {"disturbed", "dismantled", "restored", "accepted", "returned"};
    tests::Given g;
    g.id = "id" + std::to_string(i), g.reserve = i % 2 ? "west" : "east", g.site = "s" + std::to_string(i % 3),
    g.stage = STAGES[i % 5];
    g.day = "2018-01-0" + std::to_string(1 + random() % 9);
    if (i % 4 != 3)
      g.wkt = box(x, y, x + 0.02, y + 0.02);
    else if (i % 8 == 3)
      g.value = std::to_string(1 + random() % 900);  // a row without polygon, with or without figure
    given.push_back(g);
  }
  auto const of = [](std::vector<tests::Given> const& list) {
    RestorationBook book;
    for (auto const& g : list) add(book, g);
    auto const s = surveyed(book);
    return std::tuple(s.region.m2, s.region.disturbed_m2, tests::codes(s.findings));
  };
  auto const expected = of(given);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(given.begin(), given.end(), random);
    CHECK(of(given) == expected);
  }
}

TEST_CASE("the three columns of a reserve", "[restoration]") {
  RestorationBook book;
  auto const a = box(86.1, 42.1, 86.11, 42.11), half = box(86.1, 42.1, 86.105, 42.11);
  add(book, {.id = "a",
             .reserve = "west",
             .value = "200",
             .day = "2018-01-01",
             .wkt = a});  // says 200 ha, drawn are about 92
  add(book, {.id = "b", .reserve = "west", .stage = "accepted", .value = "150", .day = "2018-02-01", .wkt = half});
  add(book, {.id = "c",
             .reserve = "west",
             .site = "t",
             .stage = "accepted",
             .value = "3",
             .day = "2018-02-01"});  // by number only
  auto const as_of = tests::day("2018-12-31");
  auto const s = surveyed(book);
  auto const status =
      restoration_status(book, tests::model(), {{"west", "West", "national"}, {"east", "East", "national"}}, as_of, s);
  auto const& west = status.reserves[0];
  CHECK(west.claimed.decimal() == "2030000");
  CHECK_THAT(west.verified.to_double(), WithinAbs(m2(86.1, 42.1, 86.11, 42.11), 0.01));
  CHECK_THAT(west.accepted.to_double(), WithinAbs(m2(86.1, 42.1, 86.105, 42.11) + 30000, 0.01));
  CHECK((status.reserves[1].status == "none" && status.reserves[1].claimed.zero()));
}

TEST_CASE("a zone by name is not counted again where a polygon says it", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .reserve = "west", .day = "2018-01-01", .wkt = box(86.1, 42.1, 86.11, 42.11), .zone = "core"});
  add(book, {.id = "b", .reserve = "west", .site = "t", .value = "3", .day = "2018-01-01", .zone = "core"});
  auto const as_of = tests::day("2018-12-31");
  auto const status = restoration_status(book, tests::model(), {{"west", "West", "national"}}, as_of, surveyed(book));
  auto const& west = status.reserves[0];
  REQUIRE(west.zone_rows.size() == 1);
  CHECK((west.zone_rows[0].zone == "core" && west.zone_rows[0].sites == 1));
  CHECK(west.zone_rows[0].claimed.decimal() == "30000");
  REQUIRE(west.ground->zones.size() == 1);
  CHECK(west.ground->zones[0].zone == "experimental");  // where the polygon lies, whatever the row says
  CHECK(tests::codes(surveyed(book).findings) == Strings{"restoration.zone_contradicts a"});
}

TEST_CASE("what a row says of its polygon is compared with it", "[restoration]") {
  RestorationBook book;
  auto const wkt = box(86.39, 42.5, 86.41, 42.51);  // half in the core, half in the experimental zone
  auto const hectares = m2(86.39, 42.5, 86.41, 42.51) / 1e4;
  auto const found = [&](double value, char const* zone, bool at_least = false) {
    book.records.clear();
    add(book, {.id = "a",
               .reserve = "west",
               .value = fmt::format("{:.4f}", value),
               .day = "2018-01-01",
               .wkt = wkt,
               .zone = zone,
               .at_least = at_least});
    return tests::codes(surveyed(book).findings);
  };
  CHECK(found(hectares, "").empty());
  CHECK(found(hectares * 0.96, "").empty());
  CHECK(found(hectares * 1.04, "").empty());
  CHECK(found(hectares * 0.94, "") == Strings{"restoration.figure_differs a"});
  CHECK(found(hectares * 15, "") == Strings{"restoration.figure_differs a"});  // 亩 in the column of hectares
  CHECK(found(hectares * 0.5, "", true).empty());                              // "more than"
  CHECK(found(hectares * 2, "", true) == Strings{"restoration.figure_differs a"});
  CHECK(found(hectares, "core") == Strings{"restoration.zone_contradicts a"});
  CHECK(found(hectares, "somewhere").empty());  // a word nobody knows
  book.records.front().wkb = only_dimension(Geometry::from_wkt(box(86.41, 42.5, 86.43, 42.51)), 2).wkb();
  CHECK(surveyed(book).findings.empty());  // in the core
  book.records.front().zone = book.keep("buffer");
  CHECK(surveyed(book).findings.front().args[2] == "@zone.core");
}

TEST_CASE("reserves that overlap, ground laid many times over: the region still balances", "[restoration]") {
  Basemap::Builder builder;
  for (auto const& [id, x] : {std::pair{"a", 86.0}, {"b", 86.5}}) {
    ProtectedArea area;
    area.layer = "reserves", area.id = area.name = id, area.kind = "nature_reserve";
    auto const n = builder.area(area);
    builder.add(n, {"experimental", Geometry::rectangle({x, 42, x + 1, 43})});
    builder.add(n, {"core", Geometry::rectangle({x + 0.2, 42.2, x + 0.6, 42.6})});
  }
  Findings ignored;
  auto const map = builder.build(1, ignored);
  std::mt19937 random(8);
  auto const degrees = [&](double from, double width) {
    return from + width * static_cast<double>(random() % 100000) / 100000;
  };
  RestorationBook book;
  static char const* const STAGES[] = {"disturbed", "dismantled", "restored", "accepted", "returned"};
  for (int i = 0; i < 300; ++i) {
    auto const x = degrees(86.4, 0.3), y = degrees(42.4, 0.3), w = degrees(0.012, 0.05), h = degrees(0.012, 0.05);
    auto const tilt = degrees(0, 0.01);
    auto const wkt = fmt::format("POLYGON(({} {},{} {},{} {},{} {},{} {}))", x, y, x + w, y + tilt, x + w - tilt, y + h,
                                 x - tilt / 2, y + h, x, y);
    add(book, {.id = std::to_string(i),
               .reserve = i % 2 ? "a" : "b",
               .site = "s" + std::to_string(i % 40),
               .stage = STAGES[random() % 5],
               .day = fmt::format("2018-{:02}-{:02}", 1 + random() % 12, 1 + random() % 28),
               .wkt = random() % 5 ? wkt : ""});
  }
  auto const s = survey(in_force(book, tests::day("2019-01-01")), map, {"a", "b"});
  CHECK(s.region.balanced);
  CHECK_THAT(s.region.disturbed_m2, WithinAbs(s.region.sum(), 0.01 + 1e-9 * s.region.disturbed_m2));
  CHECK(s.region.disturbed_m2 < s.reserves.at("a").totals.disturbed_m2 + s.reserves.at("b").totals.disturbed_m2);
}
