// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <random>

#include "corner_samples.hpp"
#include "engine/core/error.hpp"

using namespace redline;
using namespace redline::samples;

TEST_CASE("a line that cannot be used is an error with its number, never dropped", "[corners]") {
  std::string const head = HEADER + "5,0,1,,面,,,,@\nJ1,1,100,28400100\nJ2,1,100,28400200\n",
                    tail = "J4,1,0,28400200\nJ5,1,0,28400100\n";
  auto const failing = [&](std::string const& line, std::string const& key) {
    CAPTURE(line);
    auto const list = read(head + line + tail);
    CHECK(fate(list, 13) == Fate::failed);
    CHECK(why(list, 13) == key);
    CHECK(every_line_accounted(list, 15));
    CHECK_THROWS_AS(refuse_failed_lines(list, Language::en), Error);
  };
  failing("J3,1,5O,28400200\n", "corner.number");
  failing("J3,1,,28400200\n", "corner.number");
  failing("J3,1,nan,inf\n", "corner.number");
  failing("J3 1 50 28400200\n", "corner.unreadable");
  failing("J3,1,0,0\n", "corner.zero_inside");
}

TEST_CASE("rings too short, parcels of lines and points, contradicting headers", "[corners]") {
  auto const two = read(HEADER + "2,0,1,,面,,,,@\nJ1,1,100,28400100\nJ2,1,100,28400200\n");
  CHECK(why(two, 11) == "corner.ring_short");
  CHECK(why(two, 10) == "corner.empty_parcel");
  auto const line = read(HEADER + "2,0,1,,线,,,,@\nJ1,1,100,28400100\nJ2,1,100,28400200\n");
  CHECK(why(line, 10) == "corner.not_an_area");
  CHECK(why(line, 11) == "corner.of_failed_parcel");
  auto const header = read("[属性描述]\n带号=28\n带号=29\n[地块坐标]\n");
  CHECK(why(header, 3) == "corner.header_contradicts");
  auto const there_and_back =
      read(HEADER + "2,0,1,,面,,,,@\nJ1,1,100,28400100\nJ2,1,100,28400200\nJ1,1,100,28400100\n");
  CHECK(there_and_back.has_failed_lines());
}

TEST_CASE("end marks of 0,0 are dropped with a warning", "[corners]") {
  auto const list =
      read(HEADER + "5,0,1,,面,,,,@\nJ1,1,100,28400100\nJ2,1,100,28400200\nJ3,1,0,28400200\nJ4,1,0,0\nJ5,1,0,0\n");
  CHECK_FALSE(list.has_failed_lines());
  CHECK(list.parcels.at(0).rings.at(0).corners.size() == 3);
  CHECK(finding_count(list.findings, "corner.sentinel") == 2);
  CHECK(fate(list, 14) == Fate::ignored);
}

TEST_CASE("section lines lost: told from what follows", "[corners]") {
  auto const list =
      read("坐标系=2000国家大地坐标系\n3,0,1,,面,,,,@\nJ1,1,100,28400100\nJ2,1,100,28400200\nJ3,1,0,28400200\n");
  CHECK_FALSE(list.has_failed_lines());
  CHECK(finding_count(list.findings, "corner.section_missing") == 2);
  CHECK(list.header_value("坐标系") == "2000国家大地坐标系");
  auto const no_parcel = read(HEADER + "J1,1,100,28400100\nJ2,1,100,28400200\nJ3,1,0,28400200\n");
  CHECK(has(no_parcel, "corner.no_parcel_line"));
  CHECK(no_parcel.parcels.size() == 1);
}

TEST_CASE("what is no corner list is refused", "[corners]") {
  auto const code = [](std::string const& bytes) -> std::string {
    try {
      read(bytes);
    } catch (Error const& e) {
      return e.message().key;
    }
    return "";
  };
  CHECK(code("") == "corner.empty");
  CHECK(code("\n \r\n\t\n") == "corner.empty");
  CHECK(code("今天天气很好\n") == "corner.form_unknown");
  CHECK(code(std::string("PK\x03\x04\0\0\0\0", 8)) == "corner.binary");
  CHECK_THROWS_AS(read_corners(HEADER + "\xFF", "x", "UTF-8"), Error);
}

// Whatever is done to a good text: each line is accounted for, or the whole is refused. Seeds are fixed.
TEST_CASE("garbled texts never lose a line", "[corners]") {
  std::string const plain =
      HEADER +
      "5,1.0,A,甲,面,,,,@\nJ1,1,4940100.0,28421700.0\nJ2,1,4940100.0,28421800.0\nJ3,1,4940000.0,28421800.0\n"
      "J1,1,4940100.0,28421700.0\n";
  std::string const mining = "1,4,1,4940100,28421700,2,4940100,28421800,3,4940000,28421800,4,4940000,28421700,9,8,,1\n";
  std::string const printed =
      "某矿 2000国家大地坐标系\n点号 X Y\n1 44°10′15.2″ 85°15′00″\n2 44°10′15″ 85°16′00″\n3 44°09′15″ "
      "85°16′00″\n面积1.2公顷\n";
  std::string const bits = ",@[]=0.5J面，\n\r°′ \xFF\xE9-e;:|\t１";
  std::mt19937 random(20190331);
  for (auto const& good : {plain, mining, printed}) {
    int read_well = 0;
    for (int round = 0; round < 2000; ++round) {
      auto text = good;
      for (int hits = 1 + static_cast<int>(random() % 6); hits > 0; --hits) {
        auto const at = random() % text.size();
        auto const what = random() % 3;
        if (what == 0) text.erase(at, 1 + random() % 12);
        if (what == 1) text.insert(at, 1, bits[random() % bits.size()]);
        if (what == 2 && !text.empty()) text[at % text.size()] = bits[random() % bits.size()];
      }
      try {
        auto const list = read(text);
        ++read_well;
        REQUIRE(every_line_accounted(list, list.lines.size()));
        for (auto const& p : list.parcels)
          for (auto const& ring : p.rings) REQUIRE(ring.corners.size() >= 3);
      } catch (Error const& e) {
        CAPTURE(text, e.what());
        REQUIRE(e.kind() == ErrorKind::input);
      }
    }
    CHECK(read_well > 150);
  }
}

TEST_CASE("two hundred thousand of anything is refused or read, and never breaks the program", "[corners]") {
  std::size_t const many = 200000;
  for (auto const* unit :
       {" ", "1", ",", "\t", ";", "1,", "1,000", "1 ", "=", "[", "，", "°", "面积", "@", "\n", "1,2;", "J1,1,1,1\n"}) {
    CAPTURE(unit);
    std::string long_text;
    while (long_text.size() < many) long_text += unit;
    for (auto const& text : {long_text, HEADER + "4,1.0,A,甲,面,,,,@\nJ1,1," + long_text + ",5\n",
                             "1 4940100.00 28421700.00\n2 4940100.00 28421800.00\n3 " + long_text + " 2"})
      try {
        auto const list = read(text);
        REQUIRE(every_line_accounted(list, list.lines.size()));
      } catch (Error const& e) {
        REQUIRE(e.kind() == ErrorKind::input);
      }
  }
}
