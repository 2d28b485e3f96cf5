// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/running_text.hpp"

#include <catch2/catch.hpp>

#include "corner_samples.hpp"
#include "layers/corners/whole_brackets.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

// "1 4940966.783 28421670.31;…", what was read.
std::string corners_of(CornerList const& list) {
  std::string out;
  for (auto const& p : list.parcels)
    for (auto const& r : p.rings) {
      for (auto const& c : r.corners) {
        std::string numbers = std::to_string(c.x) + " " + std::to_string(c.y);
        out += c.name + " " + numbers + ";";
      }
      out += "|";
    }
  return out;
}

std::string const FOUR =
    "1 4940966.783000 28421670.310000;2 4940966.783000 28421770.250000;3 4940866.500000 28421770.250000;"
    "4 4940866.500000 28421670.310000;|";

}  // namespace

TEST_CASE("corners in brackets in a sentence, whatever the brackets, commas and separators", "[corners]") {
  for (auto const* text :
       {"1（4940966.783，28421670.310）、2（4940966.783，28421770.250）、3（4940866.500，28421770.250）、4（4940866."
        "500，"
        "28421670.310）",
        "1(4940966.783,28421670.310);2(4940966.783,28421770.250);3(4940866.500,28421770.250);4(4940866.500,28421670."
        "310).",
        "1（4940966.783、28421670.310）；2（4940966.783；28421770.250）， 3(4940866.500 28421770.250)\n4【4940866.500，"
        "28421670.310】。",
        "1．（4940966.783，28421670.310），2．（4940966.783，28421770.250）\n，3．（4940866.500，28421770.250），4．（"
        "4940866.500，28421670.310）",
        "矿区：1（X=4940966.783，Y=28421670.310）、2（X：4940966.783，Y：28421770.250）、3（Y=28421770.250，X=4940866."
        "500"
        "）；4（X4940866.500，Y28421670.310）圈定",
        "1（4940966.783，\n28421670.310）、2\n（4940966.783，28421770.250）、3（\n4940866.500，28421770."
        "250）、4（4940866.500"
        "\n28421670.310）"}) {
    CAPTURE(text);
    auto const list = read(text);
    for (auto const& line : list.lines) CHECK(line.why.args == std::vector<std::string>{});
    CHECK_FALSE(list.has_failed_lines());
    CHECK(corners_of(list) == FOUR);
    CHECK(list.order == AxisOrder::unknown);  // X and Y without more: left to magnitude
  }
}

TEST_CASE("a licence in one sentence: what it says beside its corners is used or told", "[corners]") {
  auto const list = read(
      "采矿许可证C6500002011046130110001，矿区面积0.0100平方千米，由4个拐点圈定（2000国家大地坐标系，3度带）："
      "1（4940966.783，28421670.310）、2（4940966.783，28421770.250）、\n3（4940866.500，28421770.250）、4（4940866."
      "500，"
      "28421670.310）。开采深度由1200米至1000米标高。");
  CHECK(corners_of(list) == FOUR);
  CHECK(list.header_value("坐标系") == "2000国家大地坐标系");
  CHECK(list.declared_m2 == 10000.0);
  CHECK(has(list, "corner.remark"));
  REQUIRE(list.parcels.size() == 1);
  REQUIRE(list.parcels[0].terms.size() == 1);
  CHECK(read_elevations(list.parcels[0].terms[0]) == std::pair(1200.0, 1000.0));
  CHECK(every_line_accounted(list, 2));
}

TEST_CASE("each line of a licence with two areas, numbered anew behind its title, is a parcel", "[corners]") {
  std::string const four = "1（44.001，82.505）、2（44.001，82.515）、3（44.005，82.515）、4（44.005，82.505）";
  auto const list = read("一号矿体：" + four + "\n二号矿体：" + four + "\n");
  REQUIRE(list.parcels.size() == 2);
  CHECK(list.parcels[1].rings[0].corners.size() == 4);
}

TEST_CASE("nothing of a sentence of corners is lost: what cannot be read fails its line", "[corners]") {
  std::string const a = "1（4940966.783，28421670.310）、", b = "2（4940966.783，28421770.250）、",
                    c = "3（4940866.500，28421770.250）、", d = "4（4940866.500，28421670.310）";
  for (auto const& text :
       {a + b + c + "4（494O866.500，28421670.310）", a + "2（4940966.783）、" + c + d,
        a + "2 4940966.783，28421770.250）、" + c + d, a + b + c + "4（4940866.500，28421670.310",
        "1 4940966.783，28421670.310）、" + b + c + d, "1 4940966.783，28421670.310、" + b + c + d,
        a + b + c + d + "、5 4940800.1，28421670.310", a + b + c + d + "、5（4940800.1", a + b + "1200米" + c + d,
        a + "2（4940966.783，28421770.250，1200.5）、" + c + d, a + b + c + "4（4940866.500，28421\n670.310）",
        "1（4940966.783，28421670.310\n" + b + c + d}) {
    CAPTURE(text);
    auto const list = read(text);
    CHECK(list.has_failed_lines());
    CHECK(list.parcels.empty());
    CHECK((why(list, 1) == "corner.running" || why(list, 2) == "corner.running"));
  }
}

TEST_CASE("brackets that hold no corner change nothing", "[corners]") {
  auto const list = read(
      "某某采矿权（2000国家大地坐标系\n1 4940966.783 28421670.310\n2 4940966.783 28421770.250\n3 4940866.500 "
      "28421770.250\n4 4940866.500 28421670.310\n（面积0.0100 km²，2019-03-31，证号C650000）\n");
  CHECK(corners_of(list) == FOUR);
  CHECK(has(list, "corner.remark"));
  CHECK_FALSE(running_text("（2019年第123号，2020年第456号）"));
  CHECK_FALSE(running_text("（12，34）"));
}

TEST_CASE("a corner broken by the end of a line stands in the next one", "[corners]") {
  auto const lines = whole_brackets({"甲：1（44.001，", "82.505）、2", "（44.001，82.515）", ""});
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].text == "甲:");
  CHECK(lines[1].text == "1(44.001，82.505)、");
  CHECK(lines[2].text == "2（44.001，82.515）");
  auto const alone = whole_brackets({"1（44.001，", "82.505）"});
  CHECK(alone[0].moved);
  CHECK(alone[1].text == "1(44.001，82.505）");
}
