// Rows of tables: days of which only month or year is known, figures with their units, what makes a row unusable.
// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/draft.hpp"

#include <catch2/catch.hpp>

#include "embedded/restoration_files.hpp"
#include "layers/restoration/header_rows.hpp"
#include "layers/restoration/model_file.hpp"
#include "layers/restoration/row_columns.hpp"

using namespace redline;

namespace {

RestorationModel const& model() {
  static auto const m =
      parse_restoration_model(std::string(embedded::restoration_files().front().text), "restoration.toml");
  return m;
}

std::string shown(char const* text) { return to_string(last_day_of(text)); }

RowDraft drafted(std::vector<std::pair<Meaning, std::string>> const& cells, bool geometry = false) {
  RowValues v;
  for (auto const& [m, text] : cells) v[m] = text;
  return draft_row(v, geometry, model());
}

}  // namespace

TEST_CASE("the last day that a date can mean", "[restoration]") {
  CHECK(shown("2019-03-31") == "2019-03-31");
  CHECK(shown("2019年3月5日") == "2019-03-05");
  CHECK(shown("2019-02") == "2019-02-28");
  CHECK(shown("201902") == "2019-02-28");
  CHECK(shown("2019.2") == "2019-02-28");
  CHECK(shown("2020年2月") == "2020-02-29");
  CHECK(shown("2018年10月底前") == "2018-10-31");
  CHECK(shown("2018") == "2018-12-31");
  CHECK(shown("2019年底") == "2019-12-31");
  CHECK(shown("2018年底前") == "2018-12-31");
  for (auto const* day : {"2018年12月10日前", "2018年12月10日前完成", "2018年12月10日之前", "2018-12-10以前",
                          "于2018年12月10日前完成整改", "2018/12/10 前全部完成"})
    CHECK(shown(day) == "2018-12-10");
  for (auto const* month : {"2018年11月底前完成", "2018年11月前", "2018年11月月底前", "2018年11月30日前整改到位"})
    CHECK(shown(month) == "2018-11-30");
  for (auto const* year : {"2018年年底前", "2018年年底", "2018年年末", "2018年年底前完成销号"})
    CHECK(shown(year) == "2018-12-31");
  for (auto const* none : {"前", "完成", "年底前", "2018年12月32日前", "未完成", "2018年前后"})
    CHECK(shown(none) == "");
  for (auto const* none : {"", "soon", "2019-13", "18年", "2019-02-30", "43252", "20186", "4325", "0018-06", "2018.1"})
    CHECK(shown(none) == "");
}

TEST_CASE("the first day that a date can mean", "[restoration]") {
  auto const first = [](char const* text) { return to_string(days_of(text)->first); };
  CHECK((first("2018") == "2018-01-01" && first("2018年底前") == "2018-01-01" && first("2018年底") == "2018-12-31"));
  CHECK((first("2018年6月") == "2018-06-01" && first("201806") == "2018-06-01" && first("2018.10") == "2018-10-01"));
  CHECK((first("2018年6月底") == "2018-06-30" && first("2018年6月前") == "2018-06-01" &&
         first("2018年年底") == "2018-12-31" && first("2018年年底前完成") == "2018-01-01" &&
         first("2018-06-20") == "2018-06-20"));
  CHECK((may_be_october("2018.1") && !may_be_october("2018.10") && !may_be_october("2018-1")));
}

TEST_CASE("days that a workbook keeps as numbers", "[restoration]") {
  auto const day = [](char const* text) { return to_string(day_of_workbook(text)); };
  CHECK(day("43252") == "2018-06-01");  // by Excel itself
  CHECK(day("43252.75") == "2018-06-01");
  CHECK(day("25569") == "1970-01-01");  // the first day of Unix
  CHECK(day("20000") == "1954-10-03");
  CHECK(day("80000") == "2119-01-11");
  for (auto const* none : {"19999", "80001", "4325", "432520", "-43252", "43252日", ""}) CHECK(day(none) == "");

  RowValues v;
  v[M_VALUE] = "3ha", v[M_DATE] = "43252", v[M_DEADLINE] = "43465";
  auto const in_workbook = draft_row(v, false, model(), true);
  CHECK((to_string(in_workbook.day) == "2018-06-01" && to_string(in_workbook.deadline) == "2018-12-31"));
  CHECK((in_workbook.days_counted == 2 && in_workbook.problems.empty()));
  auto const in_text = draft_row(v, false, model(), false);
  REQUIRE(in_text.problems.size() == 2);  // never year 4325
  CHECK(in_text.problems.front().key == "restoration.day_number");
  CHECK(in_text.problems.front().args == std::vector<std::string>{"date", "43252", "2018-06-01"});
}

TEST_CASE("one row, several figures", "[restoration]") {
  auto const d = drafted({{M_VALUE, "300亩"}, {M_REQUIRED, "40公顷"}, {M_VOLUME, "1.5万m³"}, {M_STAGE, "自验"}});
  CHECK(d.problems.empty());
  REQUIRE(d.records.size() == 3);
  CHECK((d.records[0].suffix.empty() && d.records[0].unit == "亩" && d.records[0].stage == "self_checked"));
  CHECK((d.records[1].suffix == "/required" && d.records[1].unit == "公顷"));
  CHECK((d.records[2].suffix == "/volume" && d.records[2].unit == "万m³"));
}

TEST_CASE("what a polygon without figure means follows from its stage", "[restoration]") {
  CHECK(drafted({{M_STAGE, "破坏"}}, true).records[0].measure == "破坏面积");
  CHECK(drafted({{M_STAGE, "州级验收"}}, true).records[0].measure == "治理面积");
  CHECK(drafted({{M_STAGE, "回填"}}, true).records[0].measure.empty());
  CHECK(drafted({}, true).records[0].stage == "restored");
}

TEST_CASE("problems of a row", "[restoration]") {
  auto const first = [](std::vector<std::pair<Meaning, std::string>> const& cells) {
    auto const d = drafted(cells);
    return d.problems.empty() ? std::string{} : d.problems.front().key;
  };
  CHECK(first({{M_VALUE, "3"}, {M_UNIT, "ha"}}) == "");
  CHECK(first({{M_VALUE, "3"}}) == "restoration.no_unit");
  CHECK(first({{M_VALUE, "3"}, {M_UNIT, "m3"}}) == "restoration.bad_area_unit");
  CHECK(first({{M_VALUE, "3x"}, {M_UNIT, "ha"}}) == "restoration.bad_number");
  CHECK(first({{M_VALUE, "3"}, {M_UNIT, "个"}, {M_MEASURE, "拆除建筑"}}) == "");  // no area: kept as written
  CHECK(first({{M_VOLUME, "3ha"}}) == "restoration.bad_volume_unit");
  for (auto const* none : {"-3", "0", "0.00", "－１", "-3ha"}) {
    CHECK(first({{M_VALUE, none}, {M_UNIT, "ha"}}) == "restoration.not_positive");
    CHECK(first({{M_REQUIRED, std::string(none) + (none[1] == '3' && none[2] ? "" : "ha")}}) ==
          "restoration.not_positive");
  }
  CHECK(first({{M_VOLUME, "-3m3"}}) == "restoration.not_positive");
  CHECK(first({{M_VOLUME, "0m3"}}) == "");
  for (auto const* none : {"nan", "NaN", "inf", "-"})
    CHECK(first({{M_VALUE, none}, {M_UNIT, "ha"}}) == "restoration.bad_number");
  CHECK(drafted({{M_DISTURBED, "-1ha"}}).problems.front().args ==
        std::vector<std::string>{"-1ha", "@column.disturbed"});
  CHECK(first({{M_VALUE, "3ha"}, {M_STAGE, "?"}}) == "restoration.unknown_stage");
  CHECK(first({{M_VALUE, "3ha"}, {M_BASIS, "?"}}) == "restoration.unknown_basis");
  CHECK(first({{M_VALUE, "3ha"}, {M_DEADLINE, "?"}}) == "restoration.bad_date");
  CHECK(first({{M_TASK_STATE, "已完成"}}) == "restoration.task_without_item");
  CHECK(first({{M_TASK_STATE, "?"}, {M_ITEM, "1"}}) == "restoration.unknown_task_state");
}

TEST_CASE("headings", "[restoration]") {
  RowColumns const c({"保护区", "治理面积（亩）", "应治理 面积(公顷)", "其他"}, model(), {}, "f");
  auto const v = c.values({"布尔根河狸", "300", "40", "?"});
  CHECK((v[M_VALUE] == "300" && v[M_UNIT] == "亩" && v[M_REQUIRED] == "40公顷"));
  CHECK(c.unknown() == std::vector<std::string>{"其他"});
  CHECK(c.values({"布尔根河狸", "12公顷", "", ""})[M_UNIT].empty());  // the cell goes before the heading
  for (auto const* known : {"保护区", "面积", "单位", "治理面积（亩）"}) CHECK(RowColumns::is_known(known, model()));
  for (auto const* unknown : {"治理恢复台账", ""}) CHECK_FALSE(RowColumns::is_known(unknown, model()));
  RowColumns const two({"面积（亩）", "治理面积（亩）", "恢复面积（亩）"}, model(), {}, "f");
  CHECK(two.values({"1000", "100", "7"})[M_VALUE] == "100");  // the heading that says more
  CHECK(two.unknown() == std::vector<std::string>{"面积（亩）", "恢复面积（亩）"});
}

TEST_CASE("headers over two rows", "[restoration]") {
  using Cells = std::vector<std::string>;
  auto const known = [](std::string const& h) { return RowColumns::is_known(h, model()); };
  Cells const upper{"保护区", "治理面积", "", "面积（亩）", "面积（亩）", "日期"};
  CHECK(combined(upper, {"", "亩", "公顷", "应治理", "破坏", "日期"}, known)->names ==
        Cells{"保护区", "治理面积（亩）", "治理面积（公顷）", "应治理面积（亩）", "破坏面积（亩）", "日期"});
  CHECK_FALSE(combined(upper, {"", "亩", "2公顷", "", "", ""}, known));       // a row of data
  CHECK_FALSE(combined(upper, {"布尔根河狸", "亩", "", "", "", ""}, known));  // something under a name of one column
  CHECK_FALSE(combined(upper, {"", "", "", "", "", ""}, known));
  Cells const single{"保护区", "应治理面积", "2017年", "2018年", "日期"};
  CHECK(combined(single, {"", "（亩）", "治理面积", "治理面积", ""}, known)->names ==
        Cells{"保护区", "应治理面积（亩）", "2017年/治理面积", "2018年/治理面积", "日期"});
  CHECK_FALSE(combined(single, {"", "", "", "", "2018年"}, known));  // a day, in a row of data
}
