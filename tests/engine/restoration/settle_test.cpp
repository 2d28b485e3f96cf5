// What remains, share and status word, site by site; expected values by hand in the comments.
// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/settle.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <tuple>

#include "engine/measure/area.hpp"
#include "tests/engine/restoration/books.hpp"

using namespace redline;
using Catch::Matchers::WithinAbs;
using tests::add;

namespace {

RestorationStatus status(RestorationBook const& book, Survey const& survey = {}, char const* as_of = "2019-12-31") {
  return restoration_status(book, tests::model(), {{"r", "R", ""}, {"q", "Q", ""}}, tests::day(as_of), survey);
}

void require(RestorationBook& book, std::string const& site, std::string const& hectares,
             std::string const& reserve = "r") {
  add(book, {.id = reserve + site + "-must",
             .reserve = reserve,
             .site = site,
             .stage = "",
             .value = hectares,
             .day = "2017-01-01",
             .quantity = Quantity::required});
}

void accept(RestorationBook& book, std::string const& site, std::string const& hectares,
            std::string const& reserve = "r") {
  add(book, {.id = reserve + site + "-done", .reserve = reserve, .site = site, .value = hectares, .day = "2018-01-01"});
  add(book, {.id = reserve + site + "-ok",
             .reserve = reserve,
             .site = site,
             .stage = "accepted",
             .value = hectares,
             .day = "2018-02-01"});
}

std::string shown(ReserveStatus const& r) {
  return fmt::format("{} {} {} {}", r.required ? r.required->decimal() : "-",
                     r.remaining ? r.remaining->decimal() : "-", r.share ? fmt::format("{:.4f}", *r.share) : "-",
                     r.status);
}

Survey surveyed(RestorationBook const& book) {
  Basemap::Builder builder;
  ProtectedArea area;
  area.layer = "reserves", area.id = area.name = "r", area.kind = "nature_reserve";
  auto const n = builder.area(area);
  builder.add(n, {"core", Geometry::rectangle({86, 42, 86.5, 43})});
  builder.add(n, {"buffer", Geometry::rectangle({86.5, 42, 87, 43})});
  Findings ignored;
  return survey(in_force(book, tests::day("2019-12-31")), builder.build(1, ignored), {"r"});
}

}  // namespace

// One site has 10 ha too many, the other owes 10 ha: 20 of 20 ha accepted, and 10 ha remain.
// Shares by hand: 9 of 10, 5 of 10 and 63 of 70 are thresholds reached exactly, whatever the areas are in m².
TEST_CASE("a threshold that is just reached is reached in every unit", "[restoration]") {
  constexpr Amount::Count MU = Amount::PARTS * 2000 / 3;
  for (auto const& [accepted, required, share] :
       {std::tuple{90, 100, .9}, {5, 10, .5}, {50, 100, .5}, {63, 70, .9}, {9'000'000, 10'000'000, .9}}) {
    ReserveStatus r;
    r.required = Amount(MU * required), r.remaining = Amount(MU * (required - accepted));
    settle_share(r);
    CHECK(r.share == share);
  }
}

TEST_CASE("the surplus of one site pays no other's debt", "[restoration]") {
  RestorationBook book;
  require(book, "s", "10"), require(book, "t", "10");
  accept(book, "s", "20");
  auto const s = status(book);
  CHECK(s.reserves[0].accepted.decimal() == "200000");
  CHECK(shown(s.reserves[0]) == "200000 100000 0.5000 mostly_complete");
  CHECK(shown(s.region) == "200000 100000 0.5000 mostly_complete");
  REQUIRE(s.reserves[0].site_rows.size() == 2);
  CHECK(s.reserves[0].site_rows[0].remaining->zero());
  CHECK(s.reserves[0].site_rows[1].remaining->decimal() == "100000");
}

TEST_CASE("nor does that of a reserve", "[restoration]") {
  RestorationBook book;
  require(book, "s", "10"), accept(book, "s", "30");
  require(book, "s", "10", "q");
  auto const s = status(book);
  CHECK(shown(s.reserves[0]) == "100000 0 1.0000 complete");
  CHECK(shown(s.reserves[1]) == "100000 100000 0.0000 not_started");
  CHECK(shown(s.region) == "200000 100000 0.5000 mostly_complete");
}

// A site of which nobody says what is required had to restore at least what is accepted there; it pays for the reserve
// where a figure was stated for the whole.
TEST_CASE("a site of which nothing is required, and a figure for the whole reserve", "[restoration]") {
  RestorationBook book;
  require(book, "s", "10");
  accept(book, "t", "10");
  CHECK(shown(status(book).reserves[0]) == "200000 100000 0.5000 mostly_complete");  // 10 + 10 ha
  require(book, "", "25");                                                           // 25 ha in all, 10 of them at s
  CHECK(shown(status(book).reserves[0]) == "250000 150000 0.4000 under_way");
  accept(book, "s", "12");  // 10 count: 25 - 10 - 10
  CHECK(shown(status(book).reserves[0]) == "250000 50000 0.8000 mostly_complete");
  accept(book, "", "25");  // the whole is accepted
  CHECK(shown(status(book).reserves[0]) == "250000 0 1.0000 complete");
}

TEST_CASE("a whole that is called accepted does not pay the debt of a site", "[restoration]") {
  RestorationBook book;
  require(book, "", "25"), accept(book, "", "25");
  require(book, "s", "10"), accept(book, "s", "4");
  CHECK(shown(status(book).reserves[0]) == "250000 60000 0.7600 mostly_complete");  // 6 of 25 ha
}

TEST_CASE("by polygon: ground of one site, accepted in two zones, pays for that site alone", "[restoration]") {
  RestorationBook book;
  auto const wide = "POLYGON((86.49 42.1,86.51 42.1,86.51 42.11,86.49 42.11,86.49 42.1))";
  auto const m2 = exact_area_m2(Geometry::from_wkt(wide));
  add(book, {.id = "1", .stage = "disturbed", .day = "2016-01-01", .wkt = wide, .quantity = Quantity::disturbed});
  add(book, {.id = "2", .day = "2017-01-01", .wkt = wide});
  add(book, {.id = "3", .stage = "accepted", .day = "2018-01-01", .wkt = wide});
  for (auto& r : book.records) r.amount = Amount::from_double(m2);
  auto s = status(book, surveyed(book));
  CHECK(s.reserves[0].remaining->zero());  // the zones sum up within the bound of the balance
  CHECK(s.reserves[0].status == "complete");
  require(book, "t", "10"), accept(book, "t", "4");
  s = status(book, surveyed(book));
  CHECK(s.reserves[0].remaining->decimal() == "60000");
  CHECK_THAT(*s.reserves[0].share, WithinAbs(1 - 60000 / (m2 + 100000), 1e-9));
  require(book, "u", "200"), accept(book, "u", "900");  // by number, far more than needed
  CHECK(status(book, surveyed(book)).reserves[0].remaining->decimal() == "60000");
}

TEST_CASE("a figure accepted for the whole reserve is not added to what its sites have drawn", "[restoration]") {
  RestorationBook book;
  auto const box = "POLYGON((86.1 42.1,86.11 42.1,86.11 42.11,86.1 42.11,86.1 42.1))";
  add(book, {.id = "1", .day = "2017-01-01", .wkt = box});
  add(book, {.id = "2", .stage = "accepted", .day = "2018-01-01", .wkt = box});
  add(book, {.id = "3", .site = "", .stage = "accepted", .value = "10", .day = "2018-06-01"});
  auto const drawn = exact_area_m2(Geometry::from_wkt(box));  // more than 10 ha
  CHECK_THAT(status(book, surveyed(book)).reserves[0].accepted.to_double(), WithinAbs(drawn, 0.01));
}

TEST_CASE("complete means that nothing is left open", "[restoration]") {
  RestorationBook book;
  require(book, "s", "10"), accept(book, "s", "10");
  CHECK(status(book).reserves[0].status == "complete");
  SECTION("a site without figure that is not accepted") {
    add(book, {.id = "t", .site = "t", .stage = "dismantled", .day = "2018-01-01"});
    CHECK(status(book).reserves[0].status == "basically_complete");
    add(book, {.id = "t2", .site = "t", .stage = "closed", .day = "2019-01-01"});
    CHECK(status(book).reserves[0].status == "complete");
  }
  SECTION("a square centimetre") {
    require(book, "t", "0.00000001");
    CHECK(status(book).reserves[0].status == "basically_complete");
    CHECK(status(book).region.status == "basically_complete");
  }
  SECTION("the region while one of its reserves is not complete") {
    CHECK(status(book).region.status == "complete");
    add(book,
        {.id = "t", .reserve = "q", .site = "t", .value = "1", .day = "2018-01-01"});  // nobody says how much there is
    auto const s = status(book);
    CHECK(s.reserves[1].status == "under_way");
    CHECK(shown(s.region) == "100000 0 1.0000 basically_complete");
  }
}

TEST_CASE("a deadline of a site", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "2", .day = "2018-01-01", .deadline = "2018-06-30"});
  CHECK(status(book, {}, "2018-06-30").region.overdue == 0);
  CHECK(status(book, {}, "2018-07-01").region.overdue == 1);
  CHECK(tests::codes(status(book).reserves[0].findings) == std::vector<std::string>{"restoration.deadline_passed a"});
  SECTION("accepted, with nothing known to be required") {
    add(book, {.id = "b", .stage = "accepted", .day = "2018-08-01"});
    CHECK(status(book).region.overdue == 0);
  }
  SECTION("accepted, while something remains") {
    require(book, "s", "3");
    add(book, {.id = "b", .stage = "accepted", .day = "2018-08-01"});  // of the 2 ha that were claimed
    CHECK(status(book).region.overdue == 1);
    accept(book, "s", "3");
    CHECK(status(book).region.overdue == 0);
  }
}

TEST_CASE("a deadline of a whole reserve", "[restoration]") {
  RestorationBook book;
  auto const overdue = [&] { return status(book).reserves[0].overdue; };
  add(book, {.id = "a", .site = "", .stage = "dismantled", .day = "2018-01-01", .deadline = "2018-06-30"});
  CHECK(status(book, {}, "2018-06-30").region.overdue == 0);
  CHECK((overdue() == 1 && status(book).region.overdue == 1));
  CHECK(tests::codes(status(book).reserves[0].findings) == std::vector<std::string>{"restoration.deadline_passed a"});
  SECTION("closed, with nothing known to be required") {
    add(book, {.id = "b", .site = "", .stage = "closed", .day = "2018-08-01"});
    CHECK(overdue() == 0);
    CHECK((status(book).reserves[0].status == "under_way" && status(book).region.status == "under_way"));
  }
  SECTION("each of its sites is accepted") {
    accept(book, "s", "3");
    CHECK(overdue() == 0);
    add(book, {.id = "t", .site = "t", .value = "1", .day = "2018-01-01"});
    CHECK(overdue() == 1);
  }
  SECTION("something remains") {
    require(book, "", "5"), accept(book, "s", "3");
    CHECK((overdue() == 1 && status(book).reserves[0].remaining->decimal() == "20000"));
    accept(book, "t", "2");
    CHECK(overdue() == 0);
  }
}

TEST_CASE("the region works where one of its reserves does", "[restoration]") {
  RestorationBook book;
  require(book, "s", "5");
  CHECK(status(book).region.status == "not_started");
  add(book, {.id = "a", .reserve = "q", .site = "", .stage = "dismantled", .day = "2018-01-01"});
  CHECK((status(book).reserves[1].status == "under_way" && status(book).region.status == "under_way"));
}
