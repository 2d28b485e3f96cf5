// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "corner_samples.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

CornerList good(std::string const& text, std::size_t corners) {
  CAPTURE(text);
  auto list = read(text);
  for (std::size_t i = 0; i < list.lines.size(); ++i)
    if (list.lines[i].fate == Fate::failed) UNSCOPED_INFO("line " << i + 1 << ": " << list.lines[i].why.key);
  CHECK_FALSE(list.has_failed_lines());
  REQUIRE(list.parcels.size() == 1);
  REQUIRE(list.parcels[0].rings.size() == 1);
  CHECK(list.parcels[0].rings[0].corners.size() == corners);
  return list;
}

Corner first(CornerList const& list) { return list.parcels[0].rings[0].corners[0]; }

}  // namespace

TEST_CASE("a printed list by tabs, commas, bars or spaces, with and without heading", "[corners]") {
  for (auto const* s : {"\t", ",", " | ", "  ", " ", "，", "　"}) {
    std::string const sep = s;
    auto const row = [&](char const* n, char const* x, char const* y) { return n + sep + x + sep + y + "\n"; };
    auto const rows = row("1", "4940100.00", "28421700.00") + row("2", "4940100.00", "28421800.00") +
                      row("3", "4940000.00", "28421800.00");
    CHECK(first(good(rows, 3)).x == 4940100);
    auto const headed = good(row("拐点编号", "X坐标", "Y坐标") + rows, 3);
    CHECK(headed.order == AxisOrder::unknown);  // X and Y alone: left to magnitude
    CHECK(first(headed).y == 28421700);
  }
}

TEST_CASE("degrees, minutes, seconds in a table; longitude first by its heading", "[corners]") {
  auto const list = good(
      "拐点\t经度\t纬度\n1\t83°00'48.281\"\t41°30′00.000″\n2\t83度01分00秒\t41度30分00秒\n3\t83°01′00.0″\t41°29′00."
      "0″\n",
      3);
  CHECK(list.order == AxisOrder::north_first);  // the columns are taken as north, east
  CHECK_THAT(first(list).x, Catch::WithinAbs(41.5, 1e-12));
  CHECK_THAT(first(list).y, Catch::WithinAbs(83 + 48.281 / 3600, 1e-12));
  auto const spaced =
      good("1 E83° 00′ 48.281″ N41° 30′ 00.000″\n2 E83° 01′ 00″ N41° 30′ 00″\n3 E83°01′00″ N41°29′00″\n", 3);
  CHECK_THAT(first(spaced).x, Catch::WithinAbs(83 + 48.281 / 3600, 1e-12));
}

TEST_CASE("the end mark 11 | 0 | 0 is dropped with a warning", "[corners]") {
  auto const list = good("1|4940100.00|28421700.00\n2|4940100.00|28421800.00\n3|4940000.00|28421800.00\n11|0|0\n", 3);
  CHECK(has(list, "corner.sentinel"));
  CHECK(fate(list, 4) == Fate::ignored);
}

TEST_CASE("text around the table is ignored with a finding; what it says of the CRS and the area is used",
          "[corners]") {
  auto const list = good(
      "某某石灰岩矿\n2000国家大地坐标系，3度带，中央子午线84°\n点号 X Y\n1 4940100.00 421700.00\n2 4940100.00 "
      "421800.00\n"
      "3 4940000.00 421800.00\n矿区面积：0.0445平方千米\n",
      3);
  CHECK(list.header_value("坐标系") == "2000国家大地坐标系");
  CHECK(list.header_value("几度分带") == "3");
  CHECK(list.header_value("中央子午线") == "84");
  REQUIRE(list.declared_m2);
  CHECK_THAT(*list.declared_m2, Catch::WithinAbs(44500, 1e-6));
  CHECK(why(list, 1) == "corner.line.text");
  CHECK(every_line_accounted(list, 7));
}

TEST_CASE("two corners in a row, across or down", "[corners]") {
  auto const across =
      good("1 4940100.00 28421700.00 2 4940100.00 28421800.00\n3 4940000.00 28421800.00 4 4940000.00 28421700.00\n", 4);
  auto const down =
      good("1 4940100.00 28421700.00 3 4940000.00 28421800.00\n2 4940100.00 28421800.00 4 4940000.00 28421700.00\n", 4);
  for (auto const& list : {across, down}) {
    auto const& c = list.parcels[0].rings[0].corners;
    for (std::size_t i = 0; i < 4; ++i) CHECK(c[i].name == std::to_string(i + 1));
  }
}

TEST_CASE("an empty line parts rings where the numbering starts again, not where it goes on", "[corners]") {
  std::string const a = "1 4940100.00 28421700.00\n2 4940100.00 28421800.00\n3 4940000.00 28421800.00\n";
  auto const two = read(a + "\n1 4940500.00 28421700.00\n2 4940500.00 28421800.00\n3 4940400.00 28421800.00\n");
  CHECK(two.parcels.at(0).rings.size() == 2);
  auto const one = good(a + "\n4 4940000.00 28421700.00\n5 4940050.00 28421690.00\n", 5);
  CHECK(has(one, "corner.gap"));
}

TEST_CASE("a row of a table that cannot be read is an error", "[corners]") {
  auto const list =
      read("1 4940100.00 28421700.00\n2 4940100.00 2842I800.00\n3 4940000.00 28421800.00\n4 4940000.00 28421700.00\n");
  CHECK(fate(list, 2) == Fate::failed);
  CHECK(fate(list, 3) == Fate::used);
}

TEST_CASE("corners that change their letters inside a ring are said", "[corners]") {
  auto const list = good(
      "A1 4940100.00 28421700.00\nA2 4940100.00 28421800.00\nA3 4940000.00 28421800.00\n"
      "B1 4940000.00 28421750.00\nB2 4940000.00 28421700.00\n",
      5);
  CHECK(finding_count(list.findings, "corner.prefix_changes") == 1);
}

TEST_CASE("a closing corner of packed degrees may differ by five centimetres, not by metres", "[corners]") {
  std::string const rows = "1 851230.5 440630\n2 851300 440630\n3 851300 440600\n4 851230.5 440600\n";
  good(rows + "1 851230.501 440630\n", 4);
  CHECK(read(rows + "1 851230.54 440630\n").has_failed_lines());  // a ring of one corner
}

TEST_CASE("two corners in a row whose names have letters", "[corners]") {
  auto const list = good(
      "J1 4940100.00 28421700.00 J2 4940100.00 28421800.00\nJ3 4940000.00 28421800.00 J4 4940000.00 28421700.00\n", 4);
  CHECK(list.parcels[0].rings[0].corners[1].name == "J2");
}
