// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "corner_samples.hpp"
#include "layers/corners/containment.hpp"
#include "layers/read/encoding.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

std::string const SQUARE =
    "5,1.0000,A1,甲地块,面,H50G002051,工矿用地,0602,@\nJ1,1,4940100.000,28421700.000\nJ2,1,4940100.000,28421800.000\n"
    "J3,1,4940000.000,28421800.000\nJ4,1,4940000.000,28421700.000\nJ1,1,4940100.000,28421700.000\n";

void check_square(CornerList const& list) {
  CHECK_FALSE(list.has_failed_lines());
  REQUIRE(list.parcels.size() == 1);
  REQUIRE(list.parcels[0].rings.size() == 1);
  auto const& corners = list.parcels[0].rings[0].corners;
  REQUIRE(corners.size() == 4);
  CHECK(corners[0].name == "J1");
  CHECK(corners[1].x == 4940100);  // north first, as printed
  CHECK(corners[1].y == 28421800);
}

}  // namespace

TEST_CASE("the plain TXT form", "[corners]") {
  auto const list = read(HEADER + SQUARE);
  check_square(list);
  CHECK(list.form == CornerForm::baopan);
  CHECK(list.order == AxisOrder::north_first);
  CHECK(list.header_value("带号") == "28");
  auto const& p = list.parcels[0];
  CHECK(p.id == "A1");
  CHECK(p.name == "甲地块");
  CHECK(p.sheet == "H50G002051");
  CHECK(p.use == "工矿用地");
  CHECK(p.land_class == "0602");
  CHECK(p.declared_area == "1.0000");
  CHECK(p.declared_corners == 5);
  CHECK(every_line_accounted(list, 15));
}

TEST_CASE("the same square in every encoding and with every line end", "[corners]") {
  auto const text = HEADER + SQUARE;
  auto const with = [&](std::string const& end) {
    std::string out;
    for (char const c : text) out += c == '\n' ? end : std::string(1, c);
    return out;
  };
  check_square(read(with("\r\n")));
  check_square(read(with("\r")));
  check_square(read("\xEF\xBB\xBF" + text));
  check_square(read("\xFF\xFE" + *convert(text, "UTF-8", "UTF-16LE")));
  check_square(read("\xFE\xFF" + *convert(text, "UTF-8", "UTF-16BE")));
  auto const gbk = read(*convert(text, "UTF-8", "GB18030"));
  check_square(gbk);
  CHECK(gbk.encoding.name == "GB18030");
  CHECK(gbk.parcels[0].name == "甲地块");
  CHECK(every_line_accounted(read(with("\r")), 15));
}

TEST_CASE("full-width brackets, commas, digits and equals signs", "[corners]") {
  auto const list = read(
      "【属性描述】\n坐标系＝2000国家大地坐标系\n带号＝２８\n［地块坐标］\n"
      "5，1.0000，A1，甲（一期），面，，，，@\nJ1，1，4940100.000，28421700.000\nJ2，1，4940100.000，28421800.000\n"
      "J3,1,４９４００００．０００,28421800.000\nJ4，1,4940000.000,28421700.000\n");
  check_square(list);
  CHECK(list.parcels[0].name == "甲（一期）");
  CHECK(list.parcels[0].rings[0].corners[2].x == 4940000);
}

TEST_CASE("sections that are not ours are ignored and said so", "[corners]") {
  auto const list =
      read("说明文字\n[项目信息]\n项目名称=某矿\n项目编号=7\n" + HEADER + SQUARE + "[扩展信息]\n备注=无\n");
  check_square(list);
  CHECK(every_line_accounted(list, 21));
  CHECK(why(list, 1) == "corner.line.before_sections");
  CHECK(why(list, 3) == "corner.line.unknown_section");
  CHECK(finding_count(list.findings, "corner.unknown_section") == 2);
  CHECK(has(list, "corner.before_sections"));
}

TEST_CASE("closing corner renamed, nearly there, or absent", "[corners]") {
  auto const body = SQUARE.substr(0, SQUARE.rfind("J1,"));
  auto const renamed = read(HEADER + body + "J5,1,4940100.000,28421700.000\n");
  check_square(renamed);
  CHECK(has(renamed, "corner.closed_renamed"));
  auto const near = read(HEADER + body + "J1,1,4940100.003,28421700.000\n");
  check_square(near);
  CHECK(has(near, "corner.closed_nearly"));
  auto const open = read(HEADER + body);
  check_square(open);
  CHECK(has(open, "corner.unclosed"));
  CHECK_FALSE(has(open, "corner.count_lies"));  // 5 counts a closing corner, 4 does not
  auto const twice = read(HEADER + SQUARE + "J1,1,4940100.000,28421700.000\n");
  check_square(twice);
  CHECK(fate(twice, 16) == Fate::ignored);
  CHECK(has(twice, "corner.repeated"));
}

TEST_CASE("a count that lies is said and not believed", "[corners]") {
  for (auto const* count : {"41", "555", "3", "0"}) {
    auto const list = read(HEADER + count + SQUARE.substr(1));
    check_square(list);
    CHECK(has(list, "corner.count_lies"));
  }
  auto const list = read(HEADER + "四" + SQUARE.substr(1));
  check_square(list);
  CHECK(has(list, "corner.count_unreadable"));
}

TEST_CASE("a ring begins anew: by its number, behind its end, or where J1 comes again", "[corners]") {
  std::string const head = "9,0,1,,面,,,,@\n";
  std::string const outer = "J1,1,100,28400100\nJ2,1,100,28400200\nJ3,1,0,28400200\nJ4,1,0,28400100\n";
  auto const inner = [](char const* mark, int first) {
    auto const row = [&](int i, char const* xy) {
      return "J" + std::to_string(first + i) + "," + mark + "," + xy + "\n";
    };
    return row(0, "60,28400140") + row(1, "60,28400160") + row(2, "40,28400160");
  };
  auto const rings = [&](std::string const& text) {
    auto const list = read(HEADER + head + text);
    REQUIRE(list.parcels.size() == 1);
    CHECK_FALSE(list.has_failed_lines());
    REQUIRE(list.parcels[0].rings.size() == 2);
    CHECK(list.parcels[0].rings[0].corners.size() == 4);
    CHECK(list.parcels[0].rings[1].corners.size() == 3);
    auto const parts = parts_by_containment(list.parcels[0].rings);
    CHECK(parts == PartsOfRings{{0, 1}});  // a hole, whatever its number
    return list;
  };
  std::string const closing = "J1,1,100,28400100\n";
  CHECK_FALSE(has(rings(outer + closing + inner("2", 1)), "corner.ring_restarts"));
  rings(outer + inner("2", 5));                                                // numbering runs on
  CHECK(has(rings(outer + closing + inner("1", 6)), "corner.ring_restarts"));  // closed, same 圈号
  CHECK(has(rings(outer + inner("1", 1)), "corner.ring_restarts"));            // J1 again, same 圈号
}

TEST_CASE("圈号 2 beside ring 1 is a second part, not a hole", "[corners]") {
  auto const list = read(HEADER +
                         "8,0,1,,面,,,,@\nJ1,1,100,28400100\nJ2,1,100,28400200\nJ3,1,0,28400200\n"
                         "J1,2,100,28400300\nJ2,2,100,28400400\nJ3,2,0,28400400\n");
  CHECK(parts_by_containment(list.parcels.at(0).rings) == PartsOfRings{{0}, {1}});
}

TEST_CASE("several parcels, thirteen fields, further fields of a corner", "[corners]") {
  auto const list =
      read(HEADER +
           "3,,1,,面,,,,水田,011,5,6,备注一,@\nJ1,1,100,28400100,0.0\nJ2,1,100,28400200,0.0\nJ3,1,0,28400200,0.0\n" +
           SQUARE);
  REQUIRE(list.parcels.size() == 2);
  CHECK_FALSE(list.has_failed_lines());
  CHECK(list.parcels[0].more == std::vector<std::string>{"水田", "011", "5", "6", "备注一"});
  CHECK(list.parcels[0].declared_area.empty());
  CHECK(finding_count(list.findings, "corner.extra_fields") == 1);
  CHECK(list.parcels[1].rings[0].corners.size() == 4);
}
