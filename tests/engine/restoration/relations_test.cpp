// What records say of each other: containment, totals, shares. SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/relations.hpp"

#include <catch2/catch.hpp>

#include "tests/engine/restoration/books.hpp"

using namespace redline;
using tests::add;

namespace {

struct Known {
  std::vector<std::string> codes, contained;
};

Known known(RestorationBook const& book) {
  auto const records = in_force(book, tests::day("2019-12-31"));
  Relations const relations(records);
  Known out{tests::codes(relations.findings()), {}};
  for (auto const* r : records)
    if (relations.contained(*r)) out.contained.emplace_back(r->id);
  std::sort(out.contained.begin(), out.contained.end());
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a part and a repetition are contained, in chains too", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "10.35", .unit = "万m2", .part_of = "b"});
  add(book, {.id = "b", .value = "633.47", .unit = "万m2", .restates = "c"});
  add(book, {.id = "c", .value = "6.3347", .unit = "km2"});
  auto const k = known(book);
  CHECK(k.contained == Strings{"a", "b"});
  CHECK(k.codes == Strings{"restoration.contained a", "restoration.contained b"});
}

TEST_CASE("in a circle one stands for all", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "1", .restates = "b"});
  add(book, {.id = "b", .value = "1", .restates = "c"});
  add(book, {.id = "c", .value = "1", .restates = "a"});
  CHECK(known(book).contained == Strings{"b", "c"});
  auto const codes = known(book).codes;
  CHECK(std::count_if(codes.begin(), codes.end(),
                      [](auto const& c) { return c.starts_with("restoration.relation_circle"); }) == 3);
}

TEST_CASE("a figure that names itself counts, and is told", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "1", .part_of = "a"});
  add(book, {.id = "b", .value = "1", .restates = "b"});
  add(book, {.id = "c", .value = "1", .part_of = "c; a"});
  CHECK(known(book).contained == Strings{"c"});
  CHECK(known(book).codes == Strings{"restoration.contained c", "restoration.relation_circle a",
                                     "restoration.relation_circle b", "restoration.relation_circle c"});
}

TEST_CASE("a holder that does not count yet holds nothing", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "1", .day = "2019-01-01", .part_of = "b"});
  add(book, {.id = "b", .value = "5", .day = "2020-01-01"});
  auto const k = known(book);
  CHECK(k.contained.empty());
  CHECK(k.codes == Strings{"restoration.relation_missing a"});
}

TEST_CASE("a figure of a reserve still counts there when the region's holds it", "[restoration]") {
  RestorationBook book;
  add(book, {.id = "a", .value = "1", .part_of = "b"});
  add(book, {.id = "b", .reserve = "", .value = "5"});
  CHECK(known(book).contained.empty());
}

TEST_CASE("contradictions", "[restoration]") {
  RestorationBook book;
  SECTION("a part larger than its whole") {
    add(book, {.id = "a", .value = "6", .part_of = "b"});
    add(book, {.id = "b", .value = "5"});
    CHECK(known(book).codes == Strings{"restoration.contained a", "restoration.part_exceeds_whole a"});
  }
  SECTION("the same figure otherwise") {
    add(book, {.id = "a", .value = "9", .unit = "个", .restates = "b"});
    add(book, {.id = "b", .value = "7", .unit = "个"});
    CHECK(known(book).codes == Strings{"restoration.restated_otherwise a"});
  }
  SECTION("a total is summed item by item: 9 + 7 is 16, 9 + 6 is not") {
    add(book, {.id = "t", .value = "16", .unit = "个"});
    add(book, {.id = "a", .value = "9", .unit = "个", .sums_to = "t", .item = "3"});
    add(book, {.id = "b", .value = "7", .unit = "个", .sums_to = "t", .item = "3"});
    CHECK(known(book).codes.empty());
    add(book, {.id = "c", .value = "9", .unit = "个", .sums_to = "t", .item = "15"});
    add(book, {.id = "d", .value = "6", .unit = "个", .sums_to = "t", .item = "15"});
    CHECK(known(book).codes == Strings{"restoration.parts_contradict_total t"});
  }
  SECTION("a share: 82 of 2165 is 3.79 %, not 3.77; 55 of 94 is 58.5") {
    add(book, {.id = "a", .value = "82", .unit = "km2"});
    add(book, {.id = "b", .value = "2165", .unit = "km2"});
    add(book, {.id = "p", .value = "3.79", .unit = "%", .share_of = "a/b"});
    add(book, {.id = "q", .value = "3.77", .unit = "%", .share_of = "a/b"});
    add(book, {.id = "c", .value = "55", .unit = "项"});
    add(book, {.id = "d", .value = "94", .unit = "项"});
    add(book, {.id = "s", .value = "58.5", .unit = "%", .share_of = "c/d"});
    CHECK(known(book).codes == Strings{"restoration.share_contradicts q"});
  }
}
