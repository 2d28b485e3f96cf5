// Where rows stand of which only month or year is known; expected days by hand.
// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/imprecise_days.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "tests/engine/restoration/books.hpp"

using namespace redline;
using tests::day;

namespace {

// A day, or "2018-06-01/2018-06-30".
void add(RestorationBook& book, std::string const& id, std::string const& stage, std::string const& when,
         std::string const& replaces = "") {
  auto const slash = when.find('/');
  tests::add(book, {.id = id,
                    .stage = stage,
                    .value = "1",
                    .day = slash == std::string::npos ? when : when.substr(slash + 1),
                    .replaces = replaces});
  if (slash != std::string::npos)
    book.records.back().between = DaySpan{day(when.substr(0, slash)), *book.records.back().day};
}

std::map<std::string, std::string> placed(RestorationBook book) {
  place_imprecise_days(book);
  std::map<std::string, std::string> out;
  for (auto const& r : book.records) out[std::string(r.id)] = to_string(r.day);
  return out;
}

constexpr char const *JUNE = "2018-06-01/2018-06-30", *YEAR = "2018-01-01/2018-12-31";

}  // namespace

TEST_CASE("a month stands before the day that needs it", "[restoration]") {
  RestorationBook book;
  add(book, "a", "restored", JUNE);
  SECTION("alone at its end") { CHECK(placed(book)["a"] == "2018-06-30"); }
  SECTION("acceptance, return") {
    auto const* stage = GENERATE("accepted", "returned");
    add(book, "b", stage, "2018-06-20");
    CHECK(placed(book)["a"] == "2018-06-20");
  }
  SECTION("in another month, or of an earlier stage") {
    add(book, "b", "accepted", "2018-07-20");
    add(book, "c", "dismantled", "2018-06-10");
    CHECK(placed(book)["a"] == "2018-06-30");
  }
  SECTION("behind the return of what stood before, where acceptance needs it") {
    add(book, "b", "restored", "2018-05-01");
    add(book, "c", "returned", "2018-06-10");
    CHECK(placed(book)["a"] == "2018-06-10");  // nothing needs it: by stage
    add(book, "d", "accepted", "2018-06-25");
    CHECK(placed(book)["a"] == "2018-06-25");
  }
  SECTION("a correction keeps its day") {
    add(book, "b", "accepted", "2018-06-20");
    add(book, "c", "restored", JUNE, "a");
    CHECK((placed(book)["c"] == "2018-06-30" && placed(book)["a"] == "2018-06-20"));
  }
}

TEST_CASE("what takes away stays last", "[restoration]") {
  RestorationBook book;
  add(book, "a", "restored", "2018-06-10");
  add(book, "b", "returned", JUNE);
  add(book, "c", "disturbed", JUNE);
  CHECK(placed(book)["c"] == "2018-06-10");  // the first that is known of the site: what was restored then
  add(book, "z", "restored", "2017-06-10");
  auto days = placed(book);
  CHECK((days["b"] == "2018-06-30" && days["c"] == "2018-06-30"));
  place_imprecise_days(book);
  CHECK(tests::codes(book.orders) ==
        std::vector<std::string>{"restoration.imprecise_day b", "restoration.imprecise_day c"});
}

TEST_CASE("months within years, in any order of the book", "[restoration]") {
  RestorationBook book;
  add(book, "a", "restored", YEAR);
  add(book, "b", "accepted", JUNE);
  add(book, "c", "returned", "2018-06-20");
  std::mt19937 random(1);
  for (int i = 0; i < 6; ++i) {
    CHECK(placed(book) ==
          std::map<std::string, std::string>{{"a", "2018-06-20"}, {"b", "2018-06-20"}, {"c", "2018-06-20"}});
    std::shuffle(book.records.begin(), book.records.end(), random);
  }
}
