// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "corner_samples.hpp"
#include "layers/corners/labelled_row.hpp"

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

namespace {

std::vector<std::string> titles(std::vector<FailedParcel> const& failed) {
  std::vector<std::string> out;
  for (auto const& f : failed) out.push_back(f.title + ":" + std::to_string(f.line) + ":" + f.why.key);
  return out;
}

std::vector<std::string> titles(std::vector<Parcel> const& parcels) {
  std::vector<std::string> out;
  for (auto const& p : parcels) out.push_back(p.name + p.id + ":" + std::to_string(p.number));
  return out;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("a bad row fails its parcel and no other; where its parcel cannot be told, the next one too", "[corners]") {
  std::string const heading = "地块,点号,纬度,经度\n";
  std::string const a = "甲,1,44.001,82.505\n甲,2,44.001,82.515\n甲,3,44.005,82.515\n";
  std::string const c = "丙,1,44.001,82.605\n丙,2,44.001,82.615\n丙,3,44.005,82.615\n";
  auto const first = read(heading + a + "乙,1,44.OO1,82.705\n乙,2,44.001,82.715\n乙,3,44.005,82.715\n" + c);
  CHECK(titles(first.parcels) == Titles{"甲:1", "丙:3"});
  CHECK(titles(first.failed_parcels) == Titles{"乙:5:corner.number"});
  CHECK(first.only_parcels_failed);
  auto const merged = read(heading + a + "乙,1,44.001,82.705\n,2,44.001,82.715\n,3,44.005,\n" + c);
  CHECK(titles(merged.failed_parcels) == Titles{"乙:7:corner.row_incomplete"});
  CHECK(titles(merged.parcels) == Titles{"甲:1", "丙:3"});
  auto const untold = read(heading + a + "丙,1,44.001\n" + c);  // it may be the last of one or the first of the next
  CHECK(untold.parcels.empty());
  CHECK(titles(untold.failed_parcels) == Titles{"甲:5:corner.unreadable", "丙:5:corner.unreadable"});
  auto const last = read(heading + a + c + "丙,4,44.OO5,82.605\n");
  CHECK(titles(last.parcels) == Titles{"甲:1"});
  auto const short_ring = read(heading + a + "乙,1,44.001,82.705\n乙,2,44.001,82.715\n" + c);
  CHECK(titles(short_ring.failed_parcels) == Titles{"乙:5:corner.ring_short"});
  CHECK(titles(short_ring.parcels) == Titles{"甲:1", "丙:3"});
}

TEST_CASE("the first row under a title of its own fails the table it stands in", "[corners]") {
  auto const table = [](char const* title, char const* first) {
    return std::string(title) + "\n点号 纬度 经度\n" + first +
           "\n2 44.001 82.715\n3 44.005 82.715\n4 44.005 82.705\n\n";
  };
  auto const list = read(table("一号矿体", "1 44.001 82.705") + table("二号矿体", "1 44.OO1 82.705") +
                         table("三号矿体", "1 44.001 82.705"));
  CHECK(titles(list.parcels) == Titles{":1", "三号矿体:3"});
  CHECK(titles(list.failed_parcels) == Titles{"二号矿体:10:corner.number"});
}

TEST_CASE("corners in words: 东经 and 北纬, X= and Y=, one or several in a line", "[corners]") {
  for (auto const* text :
       {"1、东经83°00′48.281″，北纬41°30′00″；\n2、东经83°01′48″，北纬41°30′00″；\n3、东经83°01′00″，北纬41°29′00″。\n",
        "J1：北纬：41度30分00秒，东经：83度00分48."
        "281秒\nJ2：北纬：41度30分，东经：83度01分48秒\nJ3：北纬：41度29分，东经：83度01分00秒\n",
        "拐点坐标 1（经度83.0134113889，纬度41.5000）；2（经度83.03，纬度41.5000）；3（经度83.0166，纬度41.4833）\n"}) {
    auto const list = good(text, 3);
    CHECK(list.order == AxisOrder::north_first);
    CHECK_THAT(first(list).x, Catch::WithinAbs(41.5, 1e-9));
    CHECK_THAT(first(list).y, Catch::WithinAbs(83 + 48.281 / 3600, 1e-9));
  }
  auto const metres =
      good("1 X=4940100.00 Y=28421700.00\n2 X=4940100.00 Y=28421800.00\n3 Y=28421800.00 X=4940000.00\n", 3);
  CHECK(metres.order == AxisOrder::unknown);
  CHECK(metres.parcels[0].rings[0].corners[2].x == 4940000);
  CHECK(metres.parcels[0].rings[0].corners[2].name == "3");
  CHECK(why(read("1、东经83°00′48″，北纬41°30′00″\n2、东经83°61′48″，北纬41°30′00″\n3、东经83°01′00″，北纬41°29′00″\n"),
            2) == "corner.minutes_too_many");
  CHECK(
      fate(
          read(
              "1、东经83°00′48″，北纬41°30′00″\n2、东经83°01′48″，北纬 12，41°30′00″\n3、东经83°01′00″，北纬41°29′00″\n"
              "4、东经83°00′00″，北纬41°29′00″\n"),
          2) == Fate::failed);
}

TEST_CASE("a heading of X1 Y1 X2 Y2 is none of corners in words", "[corners]") {
  CHECK(labelled_corners("点号 X1 Y1 X2 Y2").empty());
  CHECK(labelled_corners("矿区面积1.25平方千米，X坐标为北").empty());
}

TEST_CASE("fields in quotation marks, circled numbers, digits of full width, no-break spaces", "[corners]") {
  auto const quoted = good(
      "\"点号\",\"X\",\"Y\"\n\"J1\",\"4,940,100.00\",\"28421700.00\"\n\"J2\",\"4940100.00\",\"28421800.00\"\n"
      "\"J3\",\"4940000.00\",\"28421800.00\"\n",
      3);
  CHECK(first(quoted).x == 4940100);
  CHECK(first(quoted).name == "J1");
  auto const dms =
      good("\"1\",\"83°00'48\"\"\",\"41°30'00\"\"\"\n2,83°01'48\",41°30'00\"\n3,83°01'00\",41°29'00\"\n", 3);
  CHECK_THAT(first(dms).x, Catch::WithinAbs(83 + 48.0 / 3600, 1e-12));
  auto const circled = good("① 4940100.00 28421700.00\n② 4940100.00 28421800.00\n③ 4940000.00 28421800.00\n", 3);
  CHECK(first(circled).name == "1");
  CHECK(first(good("１　４９４０１００．００　２８４２１７００．００\n２　４９４０１００　２８４２１８００\n３　４９４"
                   "００００　２８４２１８００\n",
                   3))
            .y == 28421700);
  CHECK(first(good("1\xC2\xA0"
                   "4940100.00\xC2\xA0"
                   "28421700.00\n2 4940100\xC2\xA0 28421800\n3 4940000 28421800\xC2\xA0\n",
                   3))
            .y == 28421700);
}

TEST_CASE("two corners in a row under a heading that says longitude first", "[corners]") {
  auto const list = good("点号 经度 纬度 点号 经度 纬度\n1 83.01 41.5 2 83.02 41.5\n3 83.02 41.4 4 83.01 41.4\n", 4);
  CHECK(first(list).x == 41.5);
}
