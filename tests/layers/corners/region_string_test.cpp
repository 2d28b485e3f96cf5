// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "corner_samples.hpp"
#include "engine/core/error.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

std::string const MINING =
    "2,4,1,4940100,28421700,2,4940100,28421800,3,4940000,28421800,4,4940000,28421700,1350,900,,1,"
    "3,1,4940060,28421740,2,4940060,28421760,3,4940040,28421760,0,0,,-1";

}  // namespace

TEST_CASE("the string of a mining right: triples, four tail values", "[corners]") {
  for (auto const& text : {MINING, "区域坐标：" + MINING + "\n", MINING + ",", "某矿区域坐标\n\n" + MINING}) {
    auto const list = read(text);
    CHECK_FALSE(list.has_failed_lines());
    CHECK(list.form == CornerForm::mining_string);
    CHECK(list.order == AxisOrder::north_first);
    REQUIRE(list.parcels.at(0).rings.size() == 2);
    auto const& rings = list.parcels[0].rings;
    CHECK(rings[0].corners.size() == 4);
    CHECK(rings[0].said_hole == false);
    CHECK(rings[0].mark == "1350,900,,1");
    CHECK(rings[1].said_hole == true);
    CHECK(rings[1].corners[2].x == 4940040);
    CHECK(rings[1].corners[2].y == 28421760);
  }
}

TEST_CASE("the string of an exploration right: pairs, three tail values", "[corners]") {
  auto const list = read("1,4,85.25,44.10,85.50,44.10,85.50,44.00,85.25,44.00,0,0,0");
  CHECK_FALSE(list.has_failed_lines());
  CHECK(list.form == CornerForm::exploration_string);
  CHECK(list.order == AxisOrder::unknown);
  CHECK(list.parcels.at(0).rings.at(0).corners.size() == 4);
  CHECK(list.parcels[0].rings[0].said_hole == false);
}

TEST_CASE("pairs X,Y;X,Y; of packed degrees", "[corners]") {
  auto const list = read("851230.5,440630;851300,440630;851300,440600;851230.5,440600;851230.5,440630");
  CHECK_FALSE(list.has_failed_lines());
  CHECK(list.form == CornerForm::pair_string);
  CHECK(list.parcels.at(0).rings.at(0).corners.size() == 4);
}

TEST_CASE("a string cut at 255 characters is found by its counts", "[corners]") {
  std::string text = "1,20";
  for (int i = 0; i < 20; ++i) text += ",85.250" + std::to_string(100 + i) + ",44.100" + std::to_string(100 + i);
  text += ",0,0,0";
  REQUIRE(text.size() > 255);
  CHECK(fate(read(text), 1) == Fate::used);
  auto const cut = read(text.substr(0, 255));
  CHECK(fate(cut, 1) == Fate::failed);
  CHECK(why(cut, 1) == "corner.string_cut");
  CHECK(cut.lines[0].why.args.at(2) == "20");  // declared
  CHECK(cut.parcels.empty());
  auto const shorter = read(MINING.substr(0, MINING.rfind(",0,0,,-1")));
  CHECK(why(shorter, 1) == "corner.string_marks");
  std::string const four = "1,4,83.01,44.59,83.01,44.60,83.02,44.60,83.02,44.59,1,0";
  auto const two_marks = read(four);
  CHECK(why(two_marks, 1) == "corner.string_marks");
  CHECK(two_marks.lines[0].why.args.at(2) == "3");  // needed
  CHECK(two_marks.lines[0].why.args.at(3) == "2");
  CHECK(fate(read(four + ","), 1) == Fate::used);  // the third is empty
}

TEST_CASE("every cut of a good string fails; only the whole is read", "[corners]") {
  for (std::size_t n = 40; n < MINING.size() - 2;
       ++n) {  // below, it is no such string yet; "-1" cut to "-" keeps its count
    CAPTURE(n);
    try {
      CHECK(read(MINING.substr(0, n)).has_failed_lines());
    } catch (Error const& e) {
      CHECK(e.message().key == "corner.form_unknown");
    }
  }
}

TEST_CASE("lines of a file of strings: a title is ignored, a broken string fails, the others stay", "[corners]") {
  auto const list = read("采矿权\n" + MINING + "\n" + MINING.substr(0, 60) + "\n\n" + MINING + "\n");
  CHECK(every_line_accounted(list, 5));
  CHECK(why(list, 1) == "corner.line.text");
  CHECK(why(list, 3) == "corner.string_short");
  CHECK(list.parcels.size() == 2);
}

TEST_CASE("a string that was cut fails alone; the others keep their numbers", "[corners]") {
  std::string const good = "1,3,1,44.001,82.505,2,44.001,82.515,3,44.005,82.515,500,900,,1\n";
  auto const list = read("2000国家大地坐标系\n" + good + "1,4,1,44.001,82.705,2,44.001,82.715,3,44.005\n" + good +
                         "1,3,1,44.OO1,82.505,2,44.001,82.515,3,44.005,82.515,500,900,,1\n");
  REQUIRE(list.parcels.size() == 2);
  CHECK(list.parcels[0].number == 1);
  CHECK(list.parcels[1].number == 3);
  REQUIRE(list.failed_parcels.size() == 2);
  CHECK(list.failed_parcels[0].title == "2");
  CHECK(list.failed_parcels[0].line == 3);
  CHECK(list.failed_parcels[0].why.key == "corner.string_short");
  CHECK(list.failed_parcels[1].title == "4");
  CHECK(list.only_parcels_failed);
}
