// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "layers/corners/headings_again.hpp"
#include "layers/corners/hidden_coordinate.hpp"
#include "layers/corners/labelled_row.hpp"
#include "layers/corners/one_corner.hpp"

using namespace redline;

TEST_CASE("words with figures behind corners in words, and what hides a coordinate", "[corners]") {
  auto const one = labelled_line("5、X=4994500.00，Y=28544600.00。开采深度由1200米至900米标高。");
  REQUIRE(one.corners.size() == 1);
  CHECK(one.corners[0].name == "5");
  CHECK(one.behind == "。开采深度由1200米至900米标高。");
  CHECK(labelled_corners("5、X=4994500.00，Y=28544600.00；X=4994600.00").empty());
  CHECK(labelled_corners("位于县城南20公里，东经83°36′30″，北纬44°58′40″，海拔1200米").empty());
  for (auto const* words :
       {"联系电话13999123456", "图幅L45E012003", "中央经线84°00′00″", "20190331", "3°带28带", "标高1200-900m"})
    CHECK_FALSE(hides_coordinate(words));
  for (auto const* words : {"4994500.00", "2854460O.00", "83°00′30″", "4,994,500.00"}) CHECK(hides_coordinate(words));
  CHECK(meant_as_corner("由以下拐点圈定：5、X=4984500.50（标高12），Y=28467900.25"));
  CHECK_FALSE(meant_as_corner("东经83°35′00″～83°37′00″，北纬44°57′00″～44°59′00″"));
  CHECK_FALSE(meant_as_corner("1、本次申请开采标高1200-900m"));
}

TEST_CASE("one corner in metres and in degrees, another one", "[corners]") {
  auto const corner = place_in_words({"4983910.91", "28468455.78"});
  REQUIRE(corner);
  CHECK(may_be_same(*corner, *place_in_words({"83.599861", "44.989733"})));
  CHECK(may_be_same(*corner, *place_in_words({"X=4983914.0，Y=468345.6"})));
  CHECK_FALSE(may_be_same(*corner, *place_in_words({"4973925.49", "28465247.10"})));
  CHECK_FALSE(may_be_same(*corner, *place_in_words({"83.7000°", "44.9897°"})));
  CHECK_FALSE(place_in_words({"20190331", "13999123456", "1200.5"}));
}

TEST_CASE("the heading of a folded list is written again", "[corners]") {
  std::vector<std::string> const row{"1", "4983910.91", "28468455.78", "5", "4973925.49", "28465247.10"};
  CHECK(headings_again({{"点号", "X", "Y", "", "", ""}, row})[0] ==
        std::vector<std::string>{"点号", "X", "Y", "点号", "X", "Y"});
  CHECK(headings_again({{"点号", "X", "Y", "", "变更后X", ""}, row})[0][3].empty());
  auto wells = row;
  wells[3] = "ZK5";
  CHECK(headings_again({{"点号", "X", "Y", "", "", ""}, wells})[0][3].empty());
}
