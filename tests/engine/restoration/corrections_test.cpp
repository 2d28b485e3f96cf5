// Corrections: none takes effect before its day, and no row vanishes without a word. SPDX-License-Identifier:
// Apache-2.0
#include "engine/restoration/corrections.hpp"

#include <catch2/catch.hpp>
#include <random>

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
  add(book, {.id = id, .value = "1", .day = day, .replaces = replaces});
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

TEST_CASE("circles among pairs", "[restoration]") {
  CHECK(in_circles({}).empty());
  CHECK(in_circles({{"b", "a"}, {"c", "b"}, {"d", "b"}}).empty());
  CHECK(in_circles({{"a", "a"}, {"b", "a"}}) == Circles{0});
  CHECK(in_circles({{"x", "a"}, {"a", "b"}, {"b", "c"}, {"c", "a"}, {"c", "y"}}) == Circles{1, 2, 3});
}
