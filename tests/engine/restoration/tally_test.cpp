// Sums by number: each claim once, three columns apart, the day that counts. SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/tally.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "engine/restoration/corrections.hpp"
#include "tests/engine/restoration/books.hpp"

using namespace redline;
using tests::add;

namespace {

ReserveTally tallied(RestorationBook const& book, std::string const& as_of = "2019-12-31") {
  auto const records = in_force(book, tests::day(as_of));
  Relations const relations(records, Corrections(book, tests::day(as_of)).replaced());
  auto all = tally(records, relations);
  auto out = std::move(all["r"]);
  for (auto const& f : relations.findings()) out.findings.push_back(f);
  return out;
}

}  // namespace

TEST_CASE("new figures add up, a cumulative one stands for all before it", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "2", .day = "2017-06-30"});
  add(book, {.id = "b", .value = "3", .day = "2018-06-30"});
  CHECK(tallied(book).claimed.decimal() == "50000");
  CHECK(tallied(book, "2018-01-01").claimed.decimal() == "20000");
  add(book, {.id = "c", .value = "7", .day = "2019-06-30", .basis = "cumulative"});
  CHECK(tallied(book).claimed.decimal() == "70000");
  CHECK(tallied(book).findings.empty());
}

TEST_CASE("a cumulative figure reported as new", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "2", .day = "2017-06-30"});
  add(book, {.id = "b", .value = "3", .day = "2018-06-30"});
  add(book, {.id = "c", .value = "75", .unit = "亩", .day = "2019-06-30"});  // 5 ha, the running sum, in another unit
  auto const t = tallied(book);
  CHECK(t.claimed.decimal() == "50000");
  CHECK(t.not_added.decimal() == "50000");
  CHECK(tests::codes(t.findings) == std::vector<std::string>{"restoration.cumulative_as_new c"});
  SECTION("unless somebody confirmed that it is new") {
    book.records.back().basis = Basis::confirmed_new;
    CHECK(tallied(book).claimed.decimal() == "100000");
    CHECK(tallied(book).findings.empty());
  }
}

TEST_CASE("what was accepted can be sent back", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "4", .day = "2017-01-01"});
  add(book, {.id = "b", .stage = "accepted", .day = "2017-06-01"});
  CHECK(tallied(book).accepted.decimal() == "40000");
  CHECK(tallied(book).claimed.decimal() == "40000");
  add(book, {.id = "c", .stage = "returned", .value = "1", .day = "2018-10-31"});
  CHECK(tallied(book).accepted.decimal() == "30000");
  add(book, {.id = "d", .stage = "returned", .day = "2018-11-30"});
  CHECK(tallied(book).accepted.zero());
  CHECK(tallied(book).claimed.zero());
  add(book, {.id = "e", .value = "4", .day = "2019-05-01"});
  CHECK(tallied(book).claimed.decimal() == "40000");
  CHECK(tallied(book).findings.empty());
}

TEST_CASE("sent back without a site", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .site = "", .value = "4", .day = "2017-01-01"});
  add(book, {.id = "b", .site = "", .stage = "returned", .day = "2018-01-01"});
  CHECK(tallied(book).claimed.zero());
  CHECK(tallied(book).findings.empty());
  book.records.front().site = book.keep("s");
  CHECK(tallied(book).claimed.decimal() == "40000");
  CHECK(tests::codes(tallied(book).findings) == std::vector<std::string>{"restoration.returned_no_site b"});
}

TEST_CASE("self-checking and closing repeat a claim, they do not add to it", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "4", .day = "2017-01-01"});
  add(book, {.id = "b", .stage = "self_checked", .value = "4", .day = "2017-02-01"});
  add(book, {.id = "c", .stage = "accepted", .value = "3", .day = "2017-03-01"});
  add(book, {.id = "d", .stage = "closed", .value = "3", .day = "2017-04-01"});
  auto const t = tallied(book);
  CHECK((t.claimed.decimal() == "40000" && t.accepted.decimal() == "30000" && t.findings.empty()));
}

TEST_CASE("accepted before it was restored", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .stage = "accepted", .value = "4", .day = "2017-01-01"});
  CHECK(tallied(book).findings.empty());  // its area says that it was restored
  add(book, {.id = "b", .value = "4", .day = "2018-01-01"});
  CHECK(tests::codes(tallied(book).findings) == std::vector<std::string>{"restoration.accepted_before_restored a"});
}

TEST_CASE("accepted, and no record of restoration at all", "[restoration]") {
  RestorationBook book;
  auto const found = [&] { return tests::codes(tallied(book).findings); };
  using Found = std::vector<std::string>;
  SECTION("work without an area needs none") {
    add(book, {.id = "a", .stage = "dismantled", .day = "2017-01-01", .quantity = Quantity::other});
    add(book, {.id = "b", .stage = "closed", .day = "2017-06-01"});
    CHECK(found().empty());
    add(book, {.id = "c", .stage = "accepted", .value = "3", .day = "2017-06-01"});  // nor does an accepted area
    CHECK(found().empty());
  }
  SECTION("not even work") {
    add(book, {.id = "b", .stage = "closed", .day = "2017-06-01"});
    CHECK(found() == Found{"restoration.accepted_without_restoration b"});
    add(book, {.id = "c", .stage = "accepted", .day = "2017-07-01"});  // by the next level: nothing new
    CHECK(found() == Found{"restoration.accepted_without_restoration b"});
  }
  SECTION("a list of closures: one finding, with the first of them") {
    for (int i = 1; i <= 7; ++i) {
      auto const n = std::to_string(i);
      add(book, {.id = n, .site = "s" + n, .stage = "closed", .day = "2017-06-01"});
    }
    CHECK(found() == Found{"restoration.accepted_without_restoration 1"});
    auto const args = tallied(book).findings.front().args;
    CHECK(args[0] ==
          "1: s1 (2017-06-01); 2: s2 (2017-06-01); 3: s3 (2017-06-01); 4: s4 (2017-06-01); 5: s5 (2017-06-01); …");
    CHECK(args[1] == "7");
  }
  SECTION("a record of restoration that counts something else") {
    add(book, {.id = "a", .value = "22", .unit = "个", .day = "2017-01-01", .quantity = Quantity::other});
    add(book, {.id = "b", .stage = "closed", .day = "2017-06-01"});
    CHECK(found().empty());
  }
  SECTION("sent back, and accepted again without more ado") {
    add(book, {.id = "a", .value = "4", .day = "2017-01-01"});
    add(book, {.id = "b", .stage = "accepted", .value = "4", .day = "2017-02-01"});
    add(book, {.id = "c", .stage = "returned", .day = "2017-03-01"});
    CHECK(found().empty());
    add(book, {.id = "d", .stage = "accepted", .value = "4", .day = "2017-04-01"});
    CHECK(found() == Found{"restoration.accepted_without_restoration d"});
  }
  SECTION("the reserve as a whole, restored site by site") {
    add(book, {.id = "a", .value = "4", .day = "2017-01-01"});
    add(book, {.id = "b", .site = "", .stage = "accepted", .value = "4", .day = "2017-02-01"});
    CHECK(found().empty());              // both say 4
    book.records.back().amount.reset();  // of which sites?
    CHECK(found() == Found{"restoration.accepted_no_site b"});
    book.records.erase(book.records.begin());
    CHECK(found() == Found{"restoration.accepted_without_restoration b"});
    book.records.back().amount = Amount::from_double(40'000);
    CHECK(found().empty());
  }
}

namespace {

std::string sums(RestorationBook const& book) {
  auto const t = tallied(book);
  return t.claimed.decimal() + " " + t.accepted.decimal() + " " + t.volume.decimal() + " " + t.not_added.decimal();
}

std::vector<std::string> found(RestorationBook const& book) { return tests::codes(tallied(book).findings); }

}  // namespace

TEST_CASE("the same figure from two documents counts once", "[restoration]") {
  using Found = std::vector<std::string>;
  RestorationBook book;
  add(book, {.id = "a", .value = "3", .day = "2018-01-01", .item = "1"});
  add(book, {.id = "b", .value = "45", .unit = "亩", .day = "2018-01-01", .item = "2"});  // 3 ha
  CHECK(sums(book) == "30000 0 0 30000");
  CHECK(found(book) == Found{"restoration.repeated_claim b"});
  SECTION("twice as often, and beside another figure") {
    add(book, {.id = "c", .value = "2", .day = "2018-01-01"});
    add(book, {.id = "d", .value = "3", .day = "2018-01-01"});
    CHECK(sums(book) == "50000 0 0 60000");
  }
  SECTION("at another site, stage or day") {
    add(book, {.id = "c", .site = "t", .value = "3", .day = "2018-01-01"});
    add(book, {.id = "d", .stage = "accepted", .value = "3", .day = "2018-01-01"});
    CHECK(sums(book) == "60000 30000 0 30000");
  }
  SECTION("somebody confirmed that there are two") {
    book.records[1].basis = Basis::confirmed_new;
    CHECK(sums(book) == "60000 0 0 0");
    CHECK(found(book).empty());
    std::swap(book.records[0].basis, book.records[1].basis);  // whichever row says so
    CHECK(sums(book) == "60000 0 0 0");
  }
  SECTION("volumes, and what must be restored") {
    for (auto const* id : {"v", "w"})
      add(book, {.id = id, .value = "5", .unit = "m3", .day = "2018-01-01", .quantity = Quantity::volume});
    for (auto const* id : {"x", "y"})
      add(book, {.id = id, .stage = "", .value = "9", .day = "2018-01-01", .quantity = Quantity::required});
    CHECK(tallied(book).volume.decimal() == "5");
    CHECK(tallied(book).required->decimal() == "90000");
    CHECK(found(book) ==
          Found{"restoration.repeated_claim b", "restoration.repeated_claim w", "restoration.repeated_claim y"});
  }
  SECTION("one that is contained anyway is no news") {
    book.records[1].restates = book.keep("a");
    CHECK(sums(book) == "30000 0 0 30000");
    CHECK(found(book) == Found{"restoration.contained b"});
  }
}

TEST_CASE("figures of two sources that differ by their rounding alone are one area", "[restoration]") {
  using Found = std::vector<std::string>;
  RestorationBook book;
  // 151.3 亩 are 100,866.67 m² ± 33.33; 10.09 ha are 100,900 m² ± 50
  add(book, {.id = "b", .value = "10.09", .day = "2018-06-01", .source = "prefecture"});
  SECTION("of one day: the finer counts, whatever comes first") {
    auto const id = GENERATE("a", "c");
    add(book, {.id = id, .value = "151.3", .unit = "亩", .day = "2018-06-01", .source = "county"});
    CHECK(sums(book) == "100866.67 0 0 100900");
    CHECK(found(book) == Found{std::string("restoration.possible_double_report ") + (*id == 'a' ? "b" : "c")});
    SECTION("another patch of either source is another area, and their reports differ") {
      add(book, {.id = "d", .value = "10.09", .day = "2018-06-01", .source = "prefecture"});  // said twice
      CHECK(sums(book).substr(0, 9) == "100866.67");
      add(book, {.id = "e", .value = "10.08", .day = "2018-06-01", .source = "prefecture"});
      CHECK(sums(book).substr(0, 9) == "201666.67");
      CHECK(found(book).front().starts_with("restoration.files_differ "));
    }
  }
  SECTION("beyond the rounding they differ: 10.08 ha are 100,800 m² ± 50") {
    book.records.front().value = book.keep("10.08"),
    book.records.front().amount = parse_amount("10.08", *unit_of("ha"));
    add(book, {.id = "a", .value = "151.3", .unit = "亩", .day = "2018-06-01", .source = "county"});
    CHECK(sums(book) == "100866.67 0 0 100800");
    CHECK(found(book).front().starts_with("restoration.files_differ "));
  }
  SECTION("of one source each is taken at its word") {
    add(book, {.id = "c", .value = "10.094", .day = "2018-06-01", .source = "prefecture"});
    CHECK(sums(book) == "201840 0 0 0");
    CHECK(found(book).empty());
  }
  SECTION("a week later: what stands, said again") {
    add(book, {.id = "c", .value = "151.3", .unit = "亩", .day = "2018-06-08", .source = "county"});
    CHECK(sums(book).substr(0, 13) == "100866.67 0 0");
    CHECK(found(book) == Found{"restoration.possible_double_report c"});
    SECTION("unless somebody says that it is new") {
      book.records.back().basis = Basis::confirmed_new;
      CHECK(sums(book) == "201766.67 0 0 0");
      CHECK(found(book).empty());
    }
    SECTION("or two years have passed") {
      book.records.back().day = tests::day("2020-06-08");
      CHECK(tallied(book, "2020-12-31").claimed.decimal() == "201766.67");
    }
  }
  SECTION("more was reported between: added, and told") {
    add(book, {.id = "c", .value = "2", .day = "2018-06-04", .source = "prefecture"});
    add(book, {.id = "d", .value = "151.3", .unit = "亩", .day = "2018-06-08", .source = "county"});
    CHECK(sums(book) == "221766.67 0 0 0");
    CHECK(found(book) == Found{"restoration.equal_figures d"});
  }
}

TEST_CASE("a figure and a polygon of one site are not added", "[restoration]") {
  using Found = std::vector<std::string>;
  auto const patch = "POLYGON((86 42,86.01 42,86.01 42.01,86 42.01,86 42))";
  RestorationBook book;
  add(book, {.id = "a", .value = "4", .day = "2018-01-01"});
  add(book, {.id = "b", .value = "3.9", .day = "2018-06-01", .wkt = patch});
  CHECK(sums(book) == "40000 0 0 39000");
  CHECK(found(book) == Found{"restoration.drawn_and_stated b"});
  CHECK(tallied(book).findings.front().severity == Severity::info);  // they agree to 5 %
  SECTION("polygons add up, and the larger kind counts") {
    add(book, {.id = "c", .value = "3.9", .day = "2018-06-01", .wkt = patch});  // the survey tells whether they overlap
    CHECK(sums(book) == "78000 0 0 40000");
    CHECK(tallied(book).findings.front().severity == Severity::warning);
  }
  SECTION("a figure known to be of other ground is added") {
    book.records[0].basis = Basis::confirmed_new;
    CHECK(sums(book) == "79000 0 0 0");
    CHECK(found(book).empty());
  }
  SECTION("a cumulative figure stands for both") {
    add(book, {.id = "c", .value = "6", .day = "2019-01-01", .basis = "cumulative"});
    CHECK(sums(book) == "60000 0 0 0");
    CHECK(found(book).empty());
  }
  SECTION("a part is sent back") {
    add(book, {.id = "c", .stage = "returned", .value = "1", .day = "2019-01-01"});
    CHECK(tallied(book).claimed.decimal() == "30000");
  }
  SECTION("what must be restored") {
    for (auto const* wkt : {"", patch})
      add(book, {.id = std::string("r") + wkt,
                 .stage = "",
                 .value = *wkt ? "9" : "8",
                 .day = "2017-01-01",
                 .wkt = wkt,
                 .quantity = Quantity::required});
    CHECK(tallied(book).required->decimal() == "90000");
  }
}

TEST_CASE("figures of one stage, polygons of another", "[restoration]") {
  auto const patch = "POLYGON((86 42,86.01 42,86.01 42.01,86 42.01,86 42))";
  auto const severities = [](RestorationBook const& book) {
    std::vector<std::pair<std::string, Severity>> out;
    for (auto const& f : tallied(book).findings) out.emplace_back(f.code, f.severity);
    return out;
  };
  using Found = std::vector<std::pair<std::string, Severity>>;
  auto const code = "restoration.drawn_and_stated";
  auto const both = [&](char const* drawn, char const* stated, char const* stage_drawn, char const* stage_stated) {
    RestorationBook book;
    add(book, {.id = "a", .stage = stage_drawn, .value = drawn, .day = "2018-01-01", .wkt = patch});
    add(book, {.id = "b", .stage = stage_stated, .value = stated, .day = "2018-06-01"});
    return severities(book);
  };
  CHECK(both("4", "20", "restored", "self_checked") == Found{{code, Severity::warning}});  // five times the polygon
  CHECK(both("4", "4.1", "restored", "self_checked").empty());
  CHECK(both("4", "1", "restored", "self_checked").empty());  // a part
  CHECK(both("4", "20", "restored", "accepted") == Found{{"restoration.accepted_exceeds_restored", Severity::error}});
  RestorationBook book;  // what was accepted of it is drawn, the rest may wait for that
  add(book, {.id = "a", .value = "20", .day = "2018-01-01"});
  add(book, {.id = "b", .stage = "accepted", .value = "4", .day = "2018-06-01", .wkt = patch});
  CHECK(severities(book) == Found{{code, Severity::info}});
}

TEST_CASE("accepted more than was restored, in sum", "[restoration]") {
  using Found = std::vector<std::string>;
  RestorationBook book;
  add(book, {.id = "a", .value = "10", .day = "2018-01-01"});
  add(book, {.id = "b", .stage = "accepted", .value = "6", .day = "2018-02-01"});
  CHECK(found(book).empty());
  add(book, {.id = "c", .stage = "accepted", .value = "9", .day = "2018-03-01"});
  CHECK(sums(book) == "100000 150000 0 0");  // claimed is what was claimed
  CHECK(found(book) == Found{"restoration.accepted_exceeds_restored c"});
  SECTION("a lower bound contradicts nothing") {
    book.records.front().at_least = true;
    CHECK(found(book).empty());
  }
  SECTION("the rest was restored later") {
    add(book, {.id = "d", .value = "5", .day = "2018-06-01"});
    CHECK(found(book) == Found{"restoration.accepted_before_restored c"});
  }
  SECTION("a cumulative figure stands for both") {
    book.records.back().basis = Basis::cumulative;
    CHECK(sums(book) == "100000 90000 0 0");
    CHECK(found(book).empty());
  }
  SECTION("another level of acceptance is no addition") {
    book.records.back().stage = tests::model().stage("closed");
    CHECK(found(book).empty());
  }
}

TEST_CASE("work that goes on after a first acceptance is no fault", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "4", .day = "2017-01-01"});
  add(book, {.id = "b", .stage = "accepted", .value = "4", .day = "2017-02-01"});
  add(book, {.id = "c", .value = "5", .day = "2018-01-01"});
  CHECK(tallied(book).findings.empty());
}

TEST_CASE("restored more than was disturbed, unless that is a lower bound", "[restoration]") {
  RestorationBook book;
  add(book,
      {.id = "a", .stage = "", .value = "100", .unit = "亩", .day = "2017-01-01", .quantity = Quantity::disturbed});
  add(book, {.id = "b", .value = "6.67", .day = "2018-01-01"});  // 100 亩 are 6.6667 ha
  CHECK(tests::codes(tallied(book).findings) == std::vector<std::string>{"restoration.restored_exceeds_disturbed b"});
  book.records.front().at_least = true;
  CHECK(tallied(book).findings.empty());
}

TEST_CASE("damage reported after restoration is no measure of what there was to restore", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "5", .day = "2017-01-01"});
  add(book, {.id = "b", .stage = "disturbed", .value = "2", .day = "2018-01-01", .quantity = Quantity::disturbed});
  CHECK(tests::codes(tallied(book).findings) == std::vector<std::string>{"restoration.disturbed_again b"});
  CHECK_FALSE(tallied(book).required);
}

TEST_CASE("what is required of a site, said twice", "[restoration]") {
  RestorationBook book;
  auto const require = [&](char const* id, char const* value, char const* day, char const* programme) {
    add(book,
        {.id = id, .stage = "", .value = value, .day = day, .programme = programme, .quantity = Quantity::required});
  };
  auto const got = [&] {
    auto const t = tallied(book);
    return std::pair(t.required->decimal(), tests::codes(t.findings));
  };
  using Got = std::pair<std::string, std::vector<std::string>>;
  require("a", "10", "2018-01-01", "P");
  SECTION("by two programmes: added") {
    require("b", "5", "2018-02-01", "Q");
    CHECK(got() == Got{"150000", {}});
    require("c", "6", "2018-03-01", "Q");  // one of them changes
    CHECK(got() == Got{"160000", {"restoration.required_changed c"}});
  }
  SECTION("by the same, or nobody says by which: the later counts, and is told") {
    require("b", "5", "2018-02-01", GENERATE("P", ""));
    CHECK(got() == Got{"50000", {"restoration.required_changed b"}});
    CHECK(tallied(book).findings.front().args[1] == "100000");
    CHECK(tallied(book).findings.front().args[2] == "50000");
  }
  SECTION("the same figure again is no change") {
    require("b", "10", "2018-02-01", "P");
    CHECK(got() == Got{"100000", {}});
  }
  SECTION("a part does not take the place of its whole") {
    require("b", "5", "2018-02-01", "P");
    book.records.back().part_of = "a";
    CHECK(got() == Got{"100000", {"restoration.contained b"}});
  }
}

TEST_CASE("a part sent back leaves its whole", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "w", .site = "all", .value = "10", .day = "2018-01-01"});
  add(book, {.id = "p", .value = "3", .day = "2018-01-01", .part_of = "w"});
  auto const told = [&] {
    auto const f = tests::codes(tallied(book).findings);
    return std::count(f.begin(), f.end(), "restoration.part_sent_back w");
  };
  CHECK(told() == 0);
  add(book, {.id = "r", .stage = "returned", .day = "2018-06-01"});
  CHECK(told() == 1);
  CHECK(sums(book).substr(0, 7) == "70000 0");
  SECTION("a part of the part") {
    book.records.back().value = book.keep("1"), book.records.back().amount = parse_amount("1", *unit_of("ha"));
    CHECK(sums(book).substr(0, 7) == "90000 0");
    add(book, {.id = "r2", .stage = "returned", .day = "2018-06-02"});  // and the rest
    CHECK(sums(book).substr(0, 7) == "70000 0");
  }
  SECTION("accepted in the whole") {
    add(book, {.id = "x", .site = "all", .stage = "accepted", .value = "10", .day = "2018-03-01"});
    CHECK(sums(book).substr(0, 11) == "70000 70000");
  }
  SECTION("restored again in part") {
    add(book, {.id = "q", .value = "2", .day = "2018-07-01", .part_of = "w"});
    CHECK(sums(book).substr(0, 7) == "90000 0");
    CHECK(told() == 1);
  }
  SECTION("restored again, by itself") {
    add(book, {.id = "q", .value = "3", .day = "2018-07-01"});
    CHECK(sums(book).substr(0, 8) == "100000 0");
  }
  SECTION("until it is restored again") {
    add(book, {.id = "q", .value = "3", .day = "2018-07-01", .part_of = "w"});
    CHECK(told() == 0);
    CHECK(sums(book).substr(0, 8) == "100000 0");
  }
  SECTION("or the whole is sent back or corrected") {
    auto const correct = GENERATE(false, true);
    if (correct)
      add(book, {.id = "x", .site = "all", .value = "7", .day = "2018-07-01", .replaces = "w"});
    else
      add(book, {.id = "x", .site = "all", .stage = "returned", .day = "2018-07-01"});
    CHECK(told() == 0);
    CHECK(sums(book).substr(0, 2) == (correct ? "70" : "0 "));
  }
}

TEST_CASE("figures of a reserve and of its sites are never added to each other", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "whole", .site = "", .value = "9", .day = "2018-01-01"});
  add(book, {.id = "part", .value = "2", .day = "2018-01-01"});
  auto const t = tallied(book);
  CHECK(t.claimed.decimal() == "90000");
  CHECK(t.not_added.decimal() == "20000");
  CHECK(tests::codes(t.findings) == std::vector<std::string>{"restoration.levels_may_overlap "});
  SECTION("nothing is asked where both say the same") {
    add(book, {.id = "rest", .site = "another", .value = "7", .day = "2018-01-01"});
    auto const same = tallied(book);
    CHECK(same.claimed.decimal() == "90000");
    CHECK(same.findings.empty());
  }
  SECTION("what is reported twice is area restored: neither volumes nor what is required") {
    for (auto const* site : {"", "s"}) {
      auto const id = std::string("r") + site;
      add(book, {.id = id,
                 .site = site,
                 .stage = "",
                 .value = *site ? "10" : "12",
                 .day = "2018-01-01",
                 .quantity = Quantity::required});
      add(book, {.id = id + "/volume",
                 .site = site,
                 .value = *site ? "4" : "5",
                 .unit = "万m3",
                 .day = "2018-01-01",
                 .quantity = Quantity::volume});
    }
    CHECK(tallied(book).not_added.decimal() == "20000");
    CHECK((tallied(book).required->decimal() == "120000" && tallied(book).volume.decimal() == "50000"));
    CHECK(tallied(book).findings.size() == 3);
  }
}

TEST_CASE("sites cannot have restored more than the whole reserve has disturbed", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "d", .site = "", .stage = "", .value = "5", .day = "2017-01-01", .quantity = Quantity::disturbed});
  add(book, {.id = "a", .site = "s", .value = "3", .day = "2018-01-01"});
  CHECK(tallied(book).findings.empty());
  add(book, {.id = "b", .site = "t", .value = "3", .day = "2018-01-01"});
  CHECK(tests::codes(tallied(book).findings) == std::vector<std::string>{"restoration.restored_exceeds_disturbed "});
}

TEST_CASE("records without a day count on every day and are told", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "3"});
  CHECK(tallied(book, "1990-01-01").claimed.decimal() == "30000");
  CHECK(tests::codes(tallied(book).findings) == std::vector<std::string>{"restoration.undated "});
}

TEST_CASE("a correction takes the place of what it replaces, with all its figures", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "2", .day = "2018-01-01"});
  add(book, {.id = "a/volume", .value = "5", .unit = "万m3", .day = "2018-01-01", .quantity = Quantity::volume});
  add(book, {.id = "b", .value = "1.5", .day = "2018-01-01", .replaces = "a"});
  auto const t = tallied(book);
  CHECK((t.claimed.decimal() == "15000" && t.volume.zero()));
}

TEST_CASE("order of input and units change nothing", "[restoration]") {
  std::mt19937 random(7);
  std::vector<tests::Given> given;
  for (int i = 0; i < 60; ++i) {
    tests::Given g;
    g.id = "id" + std::to_string(i);
    g.site = "s" + std::to_string(i % 4);
    g.stage = i % 5 == 0 ? "accepted" : i % 11 == 0 ? "returned" : "restored";
    g.value = std::to_string(1 + random() % 500) + "." + std::to_string(random() % 10);
    g.day = "2018-0" + std::to_string(1 + random() % 9) + "-1" + std::to_string(random() % 10);
    if (i % 7 == 0) g.part_of = "id" + std::to_string(i + 1);
    given.push_back(g);
  }
  auto const of = [](std::vector<tests::Given> const& list) {
    RestorationBook book;
    for (auto const& g : list) add(book, g);
    auto const t = tallied(book);
    return std::tuple(t.claimed, t.accepted, t.not_added, tests::codes(t.findings));
  };
  auto const expected = of(given);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(given.begin(), given.end(), random);
    CHECK(of(given) == expected);
  }
  for (auto& g : given)
    if (random() % 2) g.unit = "万m2";  // a hectare by another name
  CHECK(of(given) == expected);
}

namespace {

std::string shown(std::vector<ZoneTally> const& zones) {
  std::string out;
  for (auto const& z : zones)
    out += std::string(z.zone) + " " + std::to_string(z.sites) + " " + (z.required ? z.required->decimal() : "-") +
           " " + z.claimed.decimal() + " " + z.accepted.decimal() + "; ";
  return out;
}

}  // namespace

TEST_CASE("zones by name: sites without polygons, each in the zone stated for it", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .site = "s", .value = "2", .day = "2018-01-01", .zone = "core"});
  add(book, {.id = "b", .site = "s", .stage = "accepted", .value = "1", .day = "2018-02-01"});  // the same site
  add(book, {.id = "c", .site = "t", .value = "3", .day = "2018-01-01", .zone = "buffer"});
  add(book, {.id = "d", .site = "u", .value = "4", .day = "2018-01-01", .zone = "buffer"});
  add(book, {.id = "e", .site = "v", .value = "5", .day = "2018-01-01"});  // nobody says where
  auto const t = tallied(book);
  CHECK(t.claimed.decimal() == "140000");
  CHECK(shown(t.zones) == "buffer 2 - 70000 0; core 1 - 20000 10000; ");
  CHECK(t.findings.empty());
  SECTION("a claim counts once within its zone") {
    add(book, {.id = "f", .site = "w", .value = "4", .day = "2018-03-01", .restates = "d", .zone = "buffer"});
    CHECK(shown(tallied(book).zones) == "buffer 3 - 70000 0; core 1 - 20000 10000; ");
  }
  SECTION("also where its whole has been corrected") {
    add(book, {.id = "f", .site = "w", .value = "1", .day = "2018-03-01", .part_of = "d", .zone = "buffer"});
    add(book, {.id = "g", .site = "u", .value = "6", .day = "2018-04-01", .zone = "buffer", .replaces = "d"});
    CHECK(shown(tallied(book).zones) == "buffer 3 - 90000 0; core 1 - 20000 10000; ");
  }
  SECTION("part of a figure without zone: known for the zone, not added to the reserve") {
    add(book, {.id = "f", .site = "w", .value = "1", .day = "2018-03-01", .part_of = "e", .zone = "core"});
    CHECK(tallied(book).claimed.decimal() == "140000");
    CHECK(shown(tallied(book).zones) == "buffer 2 - 70000 0; core 2 - 30000 10000; ");
  }
  SECTION("two zones for one site: the later counts, and is told") {
    add(book, {.id = "f", .site = "s", .day = "2018-03-01", .zone = "buffer"});
    auto const again = tallied(book);
    CHECK(shown(again.zones) == "buffer 3 - 90000 10000; ");
    CHECK(tests::codes(again.findings) == std::vector<std::string>{"restoration.zones_differ f"});
  }
  SECTION("a figure of the whole zone is not added to those of its sites") {
    add(book, {.id = "f", .site = "", .value = "6", .day = "2018-03-01", .zone = "buffer"});
    CHECK(shown(tallied(book).zones) == "buffer 2 - 70000 0; core 1 - 20000 10000; ");
  }
}

namespace {

long claimed_mu(RestorationBook const& book) { return std::lround(tallied(book).claimed.to_double() * 3 / 2000); }

void work(RestorationBook& book, char const* id, char const* stage, char const* value, char const* day,
          char const* basis = "new") {
  add(book, {.id = id, .stage = stage, .value = value, .unit = "亩", .day = day, .basis = basis});
}

}  // namespace

TEST_CASE("work that was sent back and redone is new, also where the figure equals what stands", "[restoration]") {
  RestorationBook book;
  work(book, "a", "restored", "100", "2018-01-01");
  SECTION("half of it") {
    work(book, "b", "returned", "50", "2018-03-01"), work(book, "c", "restored", "50", "2018-06-01");
    CHECK(claimed_mu(book) == 100);
    CHECK(found(book).empty());
    work(book, "d", "restored", "100", "2018-07-01");  // all is redone: the rule is back
    CHECK(claimed_mu(book) == 100);
    CHECK(found(book) == std::vector<std::string>{"restoration.cumulative_as_new d"});
  }
  SECTION("a figure for all, after most of it was sent back") {
    work(book, "b", "returned", "90", "2018-03-01"), work(book, "c", "restored", "100", "2018-06-01");
    CHECK(claimed_mu(book) == 100);
    CHECK(found(book) == std::vector<std::string>{"restoration.cumulative_as_new c"});
    CHECK(tallied(book).findings.front().args.back().starts_with("6666.6"));  // only that was known
  }
  SECTION("all of it, redone in two parts of one size") {
    work(book, "b", "returned", "", "2018-03-01"), work(book, "c", "restored", "50", "2018-06-01");
    work(book, "d", "restored", "50", "2018-07-01");
    CHECK(claimed_mu(book) == 100);
    work(book, "e", "restored", "100", "2018-08-01");
    CHECK(claimed_mu(book) == 100);
  }
  SECTION("and accepted anew") {
    work(book, "b", "accepted", "100", "2018-02-01"), work(book, "c", "returned", "50", "2018-03-01");
    work(book, "d", "restored", "50", "2018-05-01", "confirmed_new"), work(book, "e", "accepted", "50", "2018-07-01");
    CHECK(tallied(book).accepted.decimal() == tallied(book).claimed.decimal());
    CHECK(claimed_mu(book) == 100);
    CHECK(found(book).empty());
  }
}

TEST_CASE("polygons of one size are not a running sum, the same polygon again is", "[restoration]") {
  RestorationBook book;
  auto const drawn = [&](char const* id, char const* day, char const* wkt) {
    add(book, {.id = id, .value = "3", .day = day, .wkt = wkt});
  };
  auto const west = "POLYGON((86 42,86.01 42,86.01 42.01,86 42.01,86 42))";
  drawn("a", "2018-01-01", west),
      drawn("b", "2018-06-01", "POLYGON((86.01 42,86.02 42,86.02 42.01,86.01 42.01,86.01 42))");
  CHECK(sums(book) == "60000 0 0 0");
  CHECK(found(book).empty());
  book.records.pop_back(), drawn("c", "2018-06-01", west);  // no map of the reserve: nothing is deducted
  CHECK(sums(book) == "30000 0 0 30000");
  CHECK(found(book) == std::vector<std::string>{"restoration.cumulative_as_new c"});
}

TEST_CASE("what was sent back is sent back once, whoever says it again", "[restoration]") {
  RestorationBook book;
  work(book, "a", "restored", "100", "2018-01-01"), work(book, "b", "returned", "30", "2018-03-01");
  work(book, "c", "returned", "30.0", "2018-03-01");
  CHECK(claimed_mu(book) == 70);
  CHECK(found(book) == std::vector<std::string>{"restoration.repeated_claim c"});
  SECTION("on another day it is another time") {
    work(book, "d", "returned", "30", "2018-04-01");
    CHECK(claimed_mu(book) == 40);
  }
  SECTION("polygons may lie side by side") {
    auto const patch = "POLYGON((86 42,86.01 42,86.01 42.01,86 42.01,86 42))";
    for (auto const* id : {"e", "f"})
      add(book, {.id = id, .stage = "returned", .value = "20", .unit = "亩", .day = "2018-05-01", .wkt = patch});
    CHECK(claimed_mu(book) == 30);
  }
}

TEST_CASE("a figure confirmed to be new counts once where its row was saved again", "[restoration]") {
  RestorationBook book;
  work(book, "a", "restored", "10", "2018-01-01"), work(book, "b", "restored", "10", "2018-01-01", "confirmed_new");
  work(book, "c", "restored", "10.00", "2018-01-01", "confirmed_new");
  CHECK(claimed_mu(book) == 20);
  CHECK(found(book) == std::vector<std::string>{"restoration.repeated_claim c"});
  SECTION("another patch says so") {
    book.records.back().subject = book.keep("east");
    CHECK(claimed_mu(book) == 30);
    CHECK(found(book).empty());
  }
  SECTION("written alike, in rows that differ otherwise") {
    book.records.back().value = book.records.front().value;
    CHECK(claimed_mu(book) == 30);
  }
}

TEST_CASE("ground sent back or accepted without a day comes after all rows that have one", "[restoration]") {
  using Found = std::vector<std::string>;
  RestorationBook book;
  work(book, "a", "restored", "100", "2018-01-01");
  auto const accepted_mu = [&] { return std::lround(tallied(book).accepted.to_double() * 3 / 2000); };
  SECTION("accepted") {
    work(book, "b", "accepted", "", "");
    CHECK(accepted_mu() == 100);
    CHECK(found(book) == Found{"restoration.undated_last b"});
    work(book, "c", "returned", "", "");  // what is wrong weighs more
    CHECK(accepted_mu() == 0);
  }
  SECTION("sent back") {
    work(book, "b", "accepted", "", "2018-02-01"), work(book, "c", "returned", "", "");
    CHECK((accepted_mu() == 0 && claimed_mu(book) == 0));
    CHECK(found(book) == Found{"restoration.undated_last c"});
  }
  SECTION("accepted a second time, with the same figure") {
    work(book, "b", "accepted", "100", "2018-02-01"), work(book, "c", "accepted", "100", "");
    CHECK(accepted_mu() == 100);
    CHECK(found(book) == Found{"restoration.cumulative_as_new c", "restoration.undated_last c"});
  }
  SECTION("what must be restored is another matter") {
    add(book, {.id = "b", .stage = "accepted", .value = "1", .quantity = Quantity::required});
    add(book, {.id = "c", .stage = "", .value = "2", .day = "2018-01-01", .quantity = Quantity::required});
    CHECK(tallied(book).required->decimal() == "20000");
  }
}

TEST_CASE("a column of damage that is first stated after restoration says what there was to restore", "[restoration]") {
  RestorationBook book;
  work(book, "a", "restored", "15", "2018-09-01");
  add(book,
      {.id = "b", .stage = "", .value = "20", .unit = "亩", .day = "2018-12-31", .quantity = Quantity::disturbed});
  auto const t = tallied(book);
  REQUIRE(t.required);
  CHECK(std::lround(t.required->to_double()) == 13333);  // 20 亩
  CHECK(found(book).empty());
}

TEST_CASE("what was disturbed again by number must be restored and accepted again", "[restoration]") {
  using Found = std::vector<std::string>;
  RestorationBook book;
  auto const damage = [&](char const* id, char const* value, char const* day) {
    add(book,
        {.id = id, .stage = "disturbed", .value = value, .unit = "亩", .day = day, .quantity = Quantity::disturbed});
  };
  auto const mu = [&] {
    auto const t = tallied(book);
    auto const number = [](Amount a) { return std::to_string(std::lround(a.to_double() * 3 / 2000)); };
    return number(t.required.value_or(Amount{})) + " " + number(t.claimed) + " " + number(t.accepted);
  };
  damage("z", "100", "2017-01-01");
  work(book, "a", "restored", "100", "2018-01-01"), work(book, "b", "accepted", "", "2018-02-01");
  CHECK(mu() == "100 100 100");
  damage("y", "40", "2018-06-01");
  CHECK(mu() == "100 60 60");
  CHECK(found(book) == Found{"restoration.disturbed_again y"});
  SECTION("told twice") {
    damage("y2", "40.0", "2018-06-01");
    CHECK(mu() == "100 60 60");
    CHECK(found(book) == Found{"restoration.disturbed_again y", "restoration.repeated_claim y2"});
  }
  SECTION("and restored and accepted anew") {
    work(book, "c", "restored", "40", "2018-08-01");
    CHECK(mu() == "100 100 60");
    work(book, "d", "accepted", "40", "2018-09-01");
    CHECK(mu() == "100 100 100");
  }
  SECTION("what a column says again, or what is still open, is no event") {
    damage("x", "100", "2018-07-01"), damage("w", "30", "2018-07-01");
    book.records[book.records.size() - 2].stage = nullptr;
    RestorationModel other = tests::model();
    other.stages.front().disturbs = false;
    book.records.back().stage = &other.stages.front();
    CHECK(mu() == "100 60 60");
    CHECK(found(book) == Found{"restoration.damage_restated w", "restoration.disturbed_again y"});
  }
  SECTION("a column that says more than before counts, one that says less changes nothing; both are told") {
    damage("v", "70", "2018-07-01"), damage("w", "130", "2018-08-01");
    for (auto i : {1U, 2U}) book.records[book.records.size() - i].stage = nullptr;
    CHECK(mu() == "130 60 60");
    CHECK(found(book) ==
          Found{"restoration.damage_grown w", "restoration.damage_restated v", "restoration.disturbed_again y"});
  }
  SECTION("more than was restored") {
    damage("x", "140", "2018-08-01");
    CHECK(mu() == "140 0 0");
  }
}
