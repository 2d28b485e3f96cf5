// Corrections: none takes effect before its day, and no row vanishes without a word. SPDX-License-Identifier:
// Apache-2.0
#include "engine/restoration/corrections.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "engine/restoration/inherited.hpp"
#include "engine/restoration/status.hpp"
#include "tests/engine/restoration/books.hpp"

using namespace redline;
using tests::add;

namespace {

using Strings = std::vector<std::string>;
using Circles = std::vector<std::size_t>;

Strings counting(RestorationBook const& book, char const* as_of = "2019-12-31") {
  Strings out;
  for (auto const* r : in_force(book, tests::day(as_of))) out.emplace_back(r->id);
  std::sort(out.begin(), out.end());
  return out;
}

Strings found(RestorationBook const& book, char const* as_of = "2019-12-31") {
  return tests::codes(Corrections(book, tests::day(as_of)).findings());
}

void row(RestorationBook& book, char const* id, char const* day, char const* replaces = "") {
  add(book, {.id = id, .value = std::to_string(book.records.size() + 1), .day = day, .replaces = replaces});
}

}  // namespace

TEST_CASE("a correction counts from its day on", "[restoration]") {
  RestorationBook book;
  row(book, "a", "2018-01-01");
  row(book, "b", "2019-06-01", "a");
  CHECK(counting(book, "2019-05-31") == Strings{"a"});
  CHECK(counting(book, "2019-06-01") == Strings{"b"});
  row(book, "c", "2019-09-01", "b");  // and that of a correction
  CHECK(counting(book, "2019-06-01") == Strings{"b"});
  CHECK(counting(book) == Strings{"c"});
  CHECK(Corrections(book, tests::day("2019-12-31")).replaced().at("a") == "c");
  CHECK(found(book).empty());
}

TEST_CASE("a row that corrects itself counts", "[restoration]") {
  RestorationBook book;
  row(book, "a", "2018-01-01", "a");
  row(book, "b", "2018-01-01", "b/volume; c");
  row(book, "c", "2018-01-01");
  CHECK(counting(book) == Strings{"a", "b"});
  CHECK(found(book) == Strings{"restoration.correction_circle a", "restoration.correction_circle b"});
}

TEST_CASE("rows that correct each other: the latest counts", "[restoration]") {
  RestorationBook book;
  SECTION("two, of one day") {
    row(book, "a", "2018-01-01", "b"), row(book, "b", "2018-01-01", "a");
    CHECK(counting(book) == Strings{"b"});
    CHECK(found(book) == Strings{"restoration.correction_circle a"});
  }
  SECTION("three, and one in front of them") {
    row(book, "a", "2018-03-01", "b"), row(book, "b", "2018-02-01", "c"), row(book, "c", "2018-01-01", "a;d");
    row(book, "d", "2017-01-01");
    CHECK(counting(book) == Strings{"a"});
    CHECK(found(book) == Strings{"restoration.correction_circle c"});
    CHECK(counting(book, "2018-02-15") == Strings{"b"});  // before the circle closes: b replaces c, that d
    CHECK(found(book, "2018-02-15").empty());
  }
}

TEST_CASE("two corrections of one row: the later counts", "[restoration]") {
  RestorationBook book;
  row(book, "a", "2018-01-01"), row(book, "b", "2018-01-01");
  row(book, "c", "2018-05-01", "a");
  row(book, "d", "2018-06-01", "a");
  CHECK(counting(book) == Strings{"b", "d"});
  CHECK(found(book) == Strings{"restoration.corrected_twice c"});
  CHECK(counting(book, "2018-05-15") == Strings{"b", "c"});
  SECTION("what only the one passed over had corrected counts again") {
    book.records[2].replaces = book.keep("a; b");
    CHECK(counting(book) == Strings{"b", "d"});
    CHECK(counting(book, "2018-05-15") == Strings{"c"});
  }
  SECTION("unless the later corrects the earlier as well") {
    book.records[3].replaces = book.keep("a;c");
    CHECK(counting(book) == Strings{"b", "d"});
    CHECK(found(book).empty());
  }
  SECTION("or a third corrects both") {
    row(book, "e", "2018-07-01", "c;d");
    CHECK(counting(book) == Strings{"b", "e"});
    CHECK(found(book).empty());
  }
  SECTION("the chain of the one passed over does not come back") {
    row(book, "c2", "2018-05-20", "c");
    CHECK(counting(book) == Strings{"b", "d"});
    CHECK(found(book) == Strings{"restoration.corrected_twice c2"});
  }
}

TEST_CASE("several figures of one correcting row are one correction", "[restoration]") {
  RestorationBook book;
  row(book, "a", "2018-01-01"), row(book, "a/volume", "2018-01-01");
  row(book, "b", "2018-02-01", "a"), row(book, "b/volume", "2018-02-01", "a");
  CHECK(counting(book) == Strings{"b", "b/volume"});
  CHECK(found(book).empty());
}

// Whatever rows name, each that does not count is named by a finding or corrected by one that counts.
TEST_CASE("no row vanishes, in any order", "[restoration]") {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<tests::Given> given;
    for (int i = 0; i < 8; ++i)
      given.push_back({.id = std::string(1, static_cast<char>('a' + i)),
                       .value = "1",
                       .day = "2018-01-0" + std::to_string(1 + random() % 3),
                       .replaces = random() % 2 ? std::string(1, static_cast<char>('a' + random() % 8)) : ""});
    auto const of = [](std::vector<tests::Given> const& list) {
      RestorationBook book;
      for (auto const& g : list) add(book, g);
      auto const c = Corrections(book, tests::day("2019-01-01"));
      auto const counts = counting(book);
      for (auto const& g : list)
        if (!std::binary_search(counts.begin(), counts.end(), g.id))
          CHECK(std::binary_search(counts.begin(), counts.end(), std::string(c.replaced().at(g.id))));
      return std::pair(counts, found(book));
    };
    auto const expected = of(given);
    CHECK_FALSE(expected.first.empty());
    std::shuffle(given.begin(), given.end(), random);
    CHECK(of(given) == expected);
  }
}

namespace {

ReserveStatus status(RestorationBook const& book, char const* as_of = "2019-12-31") {
  return restoration_status(book, tests::model(), {{"r", "R", ""}}, tests::day(as_of), {}).reserves.front();
}

}  // namespace

TEST_CASE("a correction of one of two equal claims corrects both", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "10", .day = "2018-01-01", .item = "1"});
  add(book, {.id = "b", .value = "150", .unit = "亩", .day = "2018-01-01", .item = "2"});  // 10 ha
  add(book, {.id = "d", .value = "4", .day = "2018-01-01", .restates = "b"});
  CHECK(status(book).claimed.decimal() == "100000");
  add(book, {.id = "c", .value = "8", .day = "2018-06-01", .replaces = "a"});
  CHECK(status(book).claimed.decimal() == "80000");
  CHECK(counting(book) == Strings{"c", "d"});
  CHECK(counting(book, "2018-05-31") == Strings{"a", "b", "d"});
  CHECK(found(book) == Strings{"restoration.repeats_corrected b"});
  CHECK(tests::codes(status(book).findings) ==
        Strings{"restoration.repeats_corrected b", "restoration.restated_otherwise d"});  // d restates what c says now
  SECTION("whichever of them was corrected") {
    book.records.back().replaces = book.keep("b");
    CHECK(status(book).claimed.decimal() == "80000");
  }
  SECTION("both were corrected") {
    add(book, {.id = "e", .value = "8", .day = "2018-06-01", .replaces = "b"});
    CHECK(status(book).claimed.decimal() == "80000");
    CHECK(found(book).empty());
  }
  SECTION("somebody confirmed that there were two") {
    book.records[1].basis = Basis::confirmed_new;
    CHECK(status(book).claimed.decimal() == "180000");
    CHECK(found(book).empty());
  }
  SECTION("what must be restored") {
    for (auto const* id : {"x", "y"})
      add(book, {.id = id, .stage = "", .value = "12", .day = "2017-01-01", .quantity = Quantity::required});
    add(book,
        {.id = "z", .stage = "", .value = "9", .day = "2017-01-01", .replaces = "x", .quantity = Quantity::required});
    CHECK(status(book).required->decimal() == "90000");
  }
}

TEST_CASE("what a correction leaves blank stays", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a",
             .stage = "accepted",
             .value = "10",
             .day = "2018-01-01",
             .wkt = "POLYGON((86 42,86.01 42,86.01 42.01,86 42.01,86 42))",
             .deadline = "2018-12-31",
             .zone = "core"});
  add(book, {.id = "a/required", .stage = "", .value = "12", .day = "2018-01-01", .quantity = Quantity::required});
  auto const after = [&] {
    inherit_blanks(book, tests::model());
    return status(book);
  };
  SECTION("all but the figure") {
    add(book, {.id = "b", .stage = "", .value = "8", .day = "2018-06-01", .replaces = "a"});
    auto const r = after();
    CHECK((r.claimed.decimal() == "80000" && r.accepted.decimal() == "80000" && r.required->decimal() == "120000"));
    CHECK(r.overdue == 1);
    CHECK(counting(book) == Strings{"b", "b/required"});
    CHECK(counting(book, "2018-05-31") == Strings{"a", "a/required"});
    auto const& b = book.records[2];
    CHECK((b.zone == "core" && !b.wkb.empty() && b.stage->code == "accepted"));
    CHECK(found(book).empty());
  }
  SECTION("the figure") {
    add(book, {.id = "b", .stage = "restored", .day = "2018-06-01", .replaces = "a"});
    auto const r = after();
    CHECK((r.claimed.decimal() == "100000" && r.accepted.zero()));
  }
  SECTION("in a chain, whatever the order of rows") {
    add(book, {.id = "0", .stage = "", .value = "7", .day = "2018-07-01", .replaces = "b"});
    add(book, {.id = "b", .stage = "", .value = "8", .day = "2018-06-01", .replaces = "a"});
    CHECK(after().required->decimal() == "120000");
    CHECK(counting(book) == Strings{"0", "0/required"});
  }
  SECTION("nothing of two rows at once, which is told") {
    add(book, {.id = "e", .value = "1", .day = "2018-01-01"});
    add(book, {.id = "b", .value = "8", .day = "2018-06-01", .replaces = "a; e"});
    CHECK_FALSE(after().required);
    CHECK(found(book) == Strings{"restoration.withdrawn b", "restoration.withdrawn_deadline b"});
  }
  SECTION("a row of another quantity withdraws the figure, and says so") {
    add(book, {.id = "b", .day = "2018-06-01", .replaces = "a", .quantity = Quantity::other});
    CHECK(after().claimed.zero());
    CHECK(found(book) ==
          Strings{"restoration.withdrawn b", "restoration.withdrawn b", "restoration.withdrawn_deadline b"});
  }
  SECTION("one figure of a row alone") {
    add(book, {.id = "b",
               .stage = "",
               .value = "11",
               .day = "2018-06-01",
               .replaces = "a/required",
               .quantity = Quantity::required});
    CHECK((after().required->decimal() == "110000" && status(book).claimed.decimal() == "100000"));
    CHECK(found(book).empty());
  }
}

TEST_CASE("a correction of damage that says neither what it counts nor its stage", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "z", .stage = "disturbed", .value = "10", .day = "2017-01-01", .quantity = Quantity::disturbed});
  add(book, {.id = "a", .value = "10", .day = "2018-01-01"});
  add(book, {.id = "y", .stage = "", .value = "12", .day = "2018-06-01", .replaces = "z"});
  book.records.back().measure_blank = true;
  auto const of = [](RestorationBook b) {
    inherit_blanks(b, tests::model());
    auto const r = status(b);
    return std::tuple(r.required ? r.required->decimal() : "", r.claimed.decimal(), r.findings.size());
  };
  CHECK(of(book) == std::tuple("120000", "100000", 0U));  // no restoration, and not disturbed again
  SECTION("corrected once more") {
    add(book, {.id = "b", .stage = "", .value = "11", .day = "2018-07-01", .replaces = "y"});
    book.records.back().measure_blank = true;
    CHECK(of(book) == std::tuple("110000", "100000", 0U));
  }
  SECTION("a figure corrected stands beside those of its day") {
    add(book, {.id = "x", .stage = "disturbed", .value = "3", .day = "2017-01-01", .quantity = Quantity::disturbed});
    CHECK(of(book) == std::tuple("150000", "100000", 0U));  // 12 for 10, and 3
  }
  SECTION("a volume stays one") {
    add(book, {.id = "v", .value = "5", .unit = "万m3", .day = "2018-01-01", .quantity = Quantity::volume});
    add(book, {.id = "w", .stage = "", .value = "6", .unit = "万m3", .day = "2018-06-01", .replaces = "v"});
    book.records.back().measure_blank = true;
    CHECK(of(book) == std::tuple("120000", "100000", 0U));
    inherit_blanks(book, tests::model());
    CHECK(status(book).backfill.decimal() == "60000");
  }
}

TEST_CASE("circles among pairs", "[restoration]") {
  CHECK(in_circles({}).empty());
  CHECK(in_circles({{"b", "a"}, {"c", "b"}, {"d", "b"}}).empty());
  CHECK(in_circles({{"a", "a"}, {"b", "a"}}) == Circles{0});
  CHECK(in_circles({{"x", "a"}, {"a", "b"}, {"b", "c"}, {"c", "a"}, {"c", "y"}}) == Circles{1, 2, 3});
}

TEST_CASE("a correction stands in the place of the row that it corrects", "[restoration]") {
  RestorationBook book;
  auto const now = [&](char const* as_of = "2019-12-31") {
    inherit_blanks(book, tests::model());
    return status(book, as_of);
  };
  auto const later = [&](char const* id, char const* value, char const* replaces) {
    add(book, {.id = id, .stage = "", .value = value, .unit = "亩", .day = "2018-09-01", .replaces = replaces});
    book.records.back().basis_blank = true;
  };
  auto const work = [&](char const* id, char const* stage, char const* value, char const* day) {
    add(book, {.id = id, .stage = stage, .value = value, .unit = "亩", .day = day});
  };
  SECTION("what was sent back after it stays sent back") {
    work("a", "restored", "100", "2018-01-01"), work("b", "returned", "", "2018-03-01"), later("c", "80", "a");
    CHECK(now().claimed.zero());
    CHECK(now("2018-02-01").claimed == parse_amount("100", *unit_of("亩")));
  }
  SECTION("what was accepted after it stays accepted, through a chain too") {
    work("a", "restored", "100", "2018-01-01"), work("b", "accepted", "", "2018-03-01"), later("c", "90", "a");
    later("d", "80", "c");
    CHECK(now().accepted == parse_amount("80", *unit_of("亩")));
    CHECK(now("2018-08-31").accepted == parse_amount("100", *unit_of("亩")));
  }
  SECTION("a corrected return takes nothing from what was redone") {
    work("a", "restored", "100", "2018-01-01"), work("b", "returned", "", "2018-03-01"), later("e", "90", "b");
    work("c", "restored", "90", "2018-06-01"), work("d", "accepted", "", "2018-07-01");
    CHECK(now().accepted == parse_amount("100", *unit_of("亩")));
  }
  SECTION("a later cumulative figure goes on standing for all") {
    work("a", "restored", "40", "2018-01-01"), work("b", "restored", "80", "2018-06-01"), later("c", "45", "a");
    book.records[0].basis = book.records[1].basis = Basis::cumulative;
    CHECK(now().claimed == parse_amount("80", *unit_of("亩")));
  }
  SECTION("figures of one day remain those of one day") {
    for (auto const* id : {"a", "b"})
      add(book, {.id = id, .value = id[0] == 'a' ? "60" : "40", .unit = "亩", .day = "2018-01-01"});
    book.records[0].quantity = book.records[1].quantity = Quantity::required;
    later("c", "50", "a"), book.records.back().quantity = Quantity::required;
    CHECK(now().required == parse_amount("90", *unit_of("亩")));
  }
  SECTION(
      "of several rows at the first; before that day it is not there; a row without day gets that of its correction") {
    work("a", "restored", "10", "2018-03-01"), work("b", "restored", "20", "2018-02-01"), later("c", "25", "a; b");
    work("u", "restored", "5", ""), later("v", "6", "u");
    inherit_blanks(book, tests::model());
    CHECK((book.records[2].place_id == "b" && *standing_day(book.records[2]) == tests::day("2018-02-01")));
    CHECK(*standing_day(book.records[4]) == tests::day("2018-09-01"));
    book.records[2].day.reset();
    CHECK(counting(book, "2018-01-31") == Strings{"u"});
  }
}
