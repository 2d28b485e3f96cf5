// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/degree_columns.hpp"

#include <catch2/catch.hpp>

#include "corner_samples.hpp"
#include "layers/corners/printed_list.hpp"

using namespace redline;
using namespace redline::samples;
using Cells = std::vector<std::string>;

namespace {

// A rectangle of 1′ each way; the second corner of the list is east of the first.
constexpr double WEST = 83 + 0.0 / 60 + 48.281 / 3600, EAST = 83 + 1.0 / 60 + 48.281 / 3600;
constexpr double NORTH = 44 + 35.0 / 60 + 59.917 / 3600, SOUTH = 44 + 34.0 / 60 + 59.917 / 3600;
std::vector<Cells> const EAST_FIRST{{"83", "00", "48.281", "44", "35", "59.917"},
                                    {"83", "01", "48.281", "44", "35", "59.917"},
                                    {"83", "01", "48.281", "44", "34", "59.917"},
                                    {"83", "00", "48.281", "44", "34", "59.917"}};

std::string lines(std::string const& separator, bool names) {
  std::string out;
  for (std::size_t i = 0; i < EAST_FIRST.size(); ++i) {
    out += names ? "J" + std::to_string(i + 1) + separator : "";
    for (auto const& c : EAST_FIRST[i]) out += c + separator;
    out.resize(out.size() - separator.size());
    out += "\n";
  }
  return out;
}

void is_the_rectangle(CornerList const& list) {
  for (std::size_t i = 0; i < list.lines.size(); ++i)
    if (list.lines[i].fate == Fate::failed) UNSCOPED_INFO("line " << i + 1 << ": " << list.lines[i].why.key);
  CHECK_FALSE(list.has_failed_lines());
  REQUIRE(list.parcels.size() == 1);
  REQUIRE(list.parcels[0].rings.size() == 1);
  auto const& c = list.parcels[0].rings[0].corners;
  REQUIRE(c.size() == 4);
  double const x[]{NORTH, NORTH, SOUTH, SOUTH}, y[]{WEST, EAST, EAST, WEST};
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK_THAT(c[i].x, Catch::WithinAbs(x[i], 1e-12));
    CHECK_THAT(c[i].y, Catch::WithinAbs(y[i], 1e-12));
  }
  CHECK(list.order == AxisOrder::north_first);
  CHECK(finding_count(list.findings, "corner.degrees_joined") == 1);
}

CornerList rows(std::vector<Cells> const& cells) {
  CornerList list;
  list.shown = "样例.xlsx";
  REQUIRE(looks_like_printed_rows(cells));
  parse_printed_rows(cells, "Sheet1", list);
  return list;
}

std::string fault(std::string const& row, std::string const& heading = "") {
  auto const text = heading + "1 83 00 48.281 44 35 59.917\n" + row + "3 83 01 48.281 44 34 59.917\n";
  auto const list = read(text);
  auto const line = heading.empty() ? 2U : 3U;
  CAPTURE(text);
  CHECK(fate(list, line) == Fate::failed);
  CHECK(list.parcels.empty());
  return why(list, line);
}

}  // namespace

TEST_CASE("degrees, minutes, seconds in columns of their own, without a heading", "[corners]") {
  for (auto const* separator : {" ", "\t", ",", " | ", "，", "　"})
    for (bool const names : {true, false}) is_the_rectangle(read(lines(separator, names)));
}

TEST_CASE("a heading names the columns, in one row or in two", "[corners]") {
  is_the_rectangle(read("点号,经度度,经度分,经度秒,纬度度,纬度分,纬度秒\n" + lines(",", true)));
  is_the_rectangle(read("点号 经度(度) 经度(分) 经度(秒) 纬度(度) 纬度(分) 纬度(秒)\n" + lines(" ", true)));
  is_the_rectangle(read("No\tlon_deg\tlon_min\tlon_sec\tlat_deg\tlat_min\tlat_sec\n" + lines("\t", true)));
  is_the_rectangle(read("点号\t东经\t\t\t北纬\t\t\n\t度\t分\t秒\t度\t分\t秒\n" + lines("\t", true)));
  is_the_rectangle(read("点号 经度 纬度\n度 分 秒 度 分 秒\n" + lines(" ", true)));
  is_the_rectangle(read("点号 经度 纬度\n° ′ ″ ° ′ ″\n" + lines(" ", true)));
}

TEST_CASE("the columns of a sheet, with merged headings, other columns and an empty remark", "[corners]") {
  std::vector<Cells> sheet{{"矿区范围", "", "", "", "", "", "", ""},
                           {"点号", "经度", "", "", "纬度", "", "", "备注"},
                           {"", "度", "分", "秒", "度", "分", "秒", ""}};
  for (std::size_t i = 0; i < 4; ++i) {
    Cells row{std::to_string(i + 1)};
    row.insert(row.end(), EAST_FIRST[i].begin(), EAST_FIRST[i].end());
    row.emplace_back(i == 1 ? "界桩" : "");
    sheet.push_back(row);
  }
  auto const good = rows(sheet);
  is_the_rectangle(good);
  sheet[4][3] = "";
  auto const bad = rows(sheet);
  CHECK(bad.lines[4].why.key == "corner.degrees_missing");
  CHECK(bad.lines[4].why.args[0] == "83°01′?″");
}

TEST_CASE("degrees and minutes alone, where a heading says so", "[corners]") {
  auto const list =
      read("点号,纬度(度),纬度(分),经度(度),经度(分)\n1,44,35.5,83,0.5\n2,44,35.5,83,1.5\n3,44,34.5,83,1.5\n");
  REQUIRE(list.parcels.size() == 1);
  CHECK_THAT(list.parcels[0].rings[0].corners[0].x, Catch::WithinAbs(44 + 35.5 / 60, 1e-12));
  CHECK_THAT(list.parcels[0].rings[0].corners[0].y, Catch::WithinAbs(83 + 0.5 / 60, 1e-12));
}

TEST_CASE("minutes of 60, seconds above 60 and missing columns fail with their reason", "[corners]") {
  std::string const heading = "点号 经度度 经度分 经度秒 纬度度 纬度分 纬度秒\n";
  for (auto const& h : {std::string{}, heading}) {
    CHECK(fault("2 83 60 48.281 44 35 59.917\n", h) == "corner.minutes_too_many");
    CHECK(fault("2 83 01 60.001 44 35 59.917\n", h) == "corner.seconds_too_many");
    CHECK(fault("2 83 01 48.281 44 75 59.917\n", h) == "corner.minutes_too_many");
    CHECK(fault("2 83 01 48.281 44 35\n", h) == "corner.degrees_missing");
    CHECK(fault("2 83 01 44 35 59.917\n", h) == "corner.degrees_missing");
    CHECK(fault("83 01 44 35 59.917\n", h) == "corner.degrees_missing");
    CHECK(fault("2 83 48.281 44 59.917\n", h) == "corner.degrees_missing");
  }
  CHECK(fault("2 83 01 4O.281 44 35 59.917\n", heading) == "corner.number");
  // As the first row too, where nothing before it says what the columns are.
  auto const first = read("2 83 01 44 35 59.917\n" + lines(" ", true));
  CHECK(why(first, 1) == "corner.degrees_missing");
}

TEST_CASE("seconds printed as 60.000 are the next minute", "[corners]") {
  auto const list = read("1 83 00 60.000 44 35 59.917\n2 83 02 00 44 35 59.917\n3 83 02 00 44 34 59.917\n");
  CHECK_THAT(list.parcels.at(0).rings[0].corners[0].y, Catch::WithinAbs(83 + 1.0 / 60, 1e-12));
}

TEST_CASE("rows of metres in a list of degrees, and other six columns, stay what they are", "[corners]") {
  auto const two =
      read("1 4940100.00 28421700.00 2 4940100.00 28421800.00\n3 4940000.00 28421800.00 4 4940000.00 28421700.00\n");
  CHECK_FALSE(has(two, "corner.degrees_joined"));
  CHECK(two.parcels.at(0).rings[0].corners.size() == 4);
  CHECK_FALSE(folded_row({"1", "83.5", "44.5", "2", "83.6", "44.5"}));
  CHECK_FALSE(folded_row({"1", "12", "30", "2", "12", "31"}));
  CHECK(degree_groups({"点号", "经度(度分秒)", "纬度(度分秒)"}).empty());
}

TEST_CASE("signs in the columns, and the same reasons in cells of whole angles", "[corners]") {
  auto const list = read(
      "1 83° 00′ 48.281″ 44° 35′ 59.917″\n2,83°,01′,48.281″,44°,35′,59.917″\n3 83度 01分 48.281秒 44度 34分 "
      "59.917秒\n");
  CHECK_FALSE(list.has_failed_lines());
  CHECK(why(read("1 83°00′48″ 44°35′59″\n2 83°61′48″ 44°35′59″\n3 83°01′48″ 44°34′59″\n"), 2) ==
        "corner.minutes_too_many");
  CHECK(why(read(HEADER +
                 "3,,1,,面,,,,@\nJ1,1,44°35′59″,83°00′48″\nJ2,1,44°35′61″,83°01′48″\nJ3,1,44°34′59″,83°01′48″\n"),
            12) == "corner.seconds_too_many");
}
