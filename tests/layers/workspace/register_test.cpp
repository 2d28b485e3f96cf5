// The built-in register against the words of the report of 2019, against itself, and against the map of the
// demonstration.
// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/register.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

#include "engine/core/text.hpp"
#include "engine/measure/area.hpp"
#include "layers/workspace/reserve_name.hpp"
#include "tests/layers/workspace/folder.hpp"

using namespace redline;

namespace {

Register const& builtin() {
  static auto const r = Register::load();
  return r;
}

Date day(char const* text) { return *parse_date(text); }

std::string id_of(std::string_view name) {
  auto const r = builtin().resolve(name);
  return r.reserve ? r.reserve->id : "";
}

}  // namespace

TEST_CASE("29 reserves in March 2019, 15 of them national") {
  auto const in_force = builtin().in_force(day("2019-03-31"));
  CHECK(in_force.size() == 29);
  CHECK(std::count_if(in_force.begin(), in_force.end(), [](auto const* r) { return r->level == "national"; }) == 15);
  std::set<std::string> ids;
  std::set<int> numbers;
  for (auto const* r : in_force) ids.insert(r->id), numbers.insert(r->number);
  CHECK(ids.size() == 29);
  CHECK(*numbers.begin() == 1);
  CHECK(*numbers.rbegin() == 29);
}

TEST_CASE("a year counts whole, and reserves come with their years") {
  CHECK(builtin().in_force(day("2003-12-31")).size() == 26);  // Shaya 2004, Pamir and Kektohay 2005 are still to come
  CHECK(builtin().in_force(day("2004-01-01")).size() == 27);
  CHECK(builtin().in_force(day("2005-01-01")).size() == 29);
  CHECK(builtin().in_force(day("1979-12-31")).empty());
  std::size_t before = 0;
  for (int year = 1975; year < 2020; ++year) {
    auto const now = builtin().in_force(std::chrono::year{year} / 7 / 1).size();
    CHECK(now >= before);
    before = now;
  }
}

TEST_CASE("the register does not speak for days after it was checked") {
  CHECK_FALSE(builtin().stale(day("2019-03-31")));
  auto const stale = builtin().stale(day("2023-07-19"));
  REQUIRE(stale);
  CHECK(has_text(stale->code));
  CHECK(render({stale->code, stale->args}, Language::zh).find("2019-03-31") != std::string::npos);
}

TEST_CASE("every reserve and every alias leads home") {
  for (auto const& r : builtin().reserves()) {
    for (auto const& name : {r.name_zh, normal_name(r.name_zh), "  " + r.name_zh + "　"}) {
      auto const found = builtin().resolve(name);
      CHECK(found.match == Match::exact);
      CHECK(found.reserve == &r);
    }
    CHECK(normal_name(normal_name(r.name_zh)) == normal_name(r.name_zh));
  }
  for (auto const& a : builtin().aliases()) {
    INFO(a.name);
    auto const found = builtin().resolve(a.name);
    CHECK(found.match == (a.proposal ? Match::proposal : Match::alias));
    REQUIRE(found.reserve);
    CHECK(found.reserve->id == a.reserve_id);
  }
}

TEST_CASE("the names that the report uses") {
  for (auto const& [name, id] :
       std::vector<std::pair<char const*, char const*>>{{"哈纳斯自然保护区", "kanas"},
                                                        {"巩乃斯天山中部山地草甸类草地自然保护区", "gongnaisi-meadow"},
                                                        {"新疆奇台荒漠类草地自然保护区", "qitai-desert-grassland"},
                                                        {"塔里木胡杨自然保护区", "tarim-populus"},
                                                        {"艾比湖国家级湿地自然保护区", "ebinur-lake"},
                                                        {"艾比湖湿地国家级自然保护区", "ebinur-lake"},
                                                        {"托木尔峰自然保护区", "tomur-peak"},
                                                        {"西天山国家级自然保护区", "west-tianshan"},
                                                        {"巩留野核桃自然保护区", "gongliu-walnut"},
                                                        {"阿尔泰两河源自然保护区", "two-rivers-source"},
                                                        {"天池博格达峰自然保护区", "bogda-peak"},
                                                        {"塔什库尔干野生动物自然保护区", "taxkorgan"},
                                                        {"沙雅县塔里木河上游湿地自然保护区", "shaya-upper-tarim"},
                                                        {"“伊犁黑蜂”保护区", "ili-black-bee"},
                                                        {"伊犁黑蜂自然保护区", "ili-black-bee"},
                                                        {"罗布泊野骆驼国家级自然保护区", "lop-nur"},
                                                        {"新疆罗布泊野骆驼国家级自然保护区", "lop-nur"},
                                                        {"阿尔金山自然保护区", "altun-mountain"},
                                                        {"中昆仑自然保护区", "middle-kunlun"},
                                                        {"帕米尔高原湿地自然保护区", "pamir-wetland"},
                                                        {"新疆霍城四爪陆龟国家级自然保护区", "huocheng-tortoise"},
                                                        {"新疆四爪陆龟国家级自然保护区", "huocheng-tortoise"},
                                                        {"卡拉麦里山有蹄类野生动物自然保护区", "kalamaili"},
                                                        {"卡拉麦里山有蹄类", "kalamaili"},
                                                        {"伊犁小叶白蜡", "ili-fraxinus"},
                                                        {"福海金塔斯山地草原类", "jintas-steppe"},
                                                        {"福海金塔斯山地草地类自然保护区", "jintas-steppe"},
                                                        {"巴音布鲁克", "bayanbulak"},
                                                        {"额尔齐斯科克托海湿地", "kektohay-wetland"},
                                                        {"布尔根河狸", "bulgan-beaver"},
                                                        {"塔城巴尔鲁克山自然保护区", "barluk-mountain"},
                                                        {"阿尔泰科克苏湿地自然保护区", "kekesu-wetland"},
                                                        {"温泉新疆北鲵自然保护区", "wenquan-salamander"},
                                                        {"甘家湖梭梭林国家级自然保护区（调整后）", "ganjiahu"},
                                                        {"甘家湖梭梭林保护区(2010年调整后范围)", "ganjiahu"},
                                                        {"甘家湖梭梭林", "ganjiahu"}}) {
    INFO(name);
    CHECK(id_of(name) == id);
    auto const match = builtin().resolve(name).match;
    CHECK((match == Match::exact || match == Match::alias));
  }
}

TEST_CASE("a slip of the pen is proposed, never applied") {
  auto const typo = builtin().resolve("温泉新疆北鲟自然保护区");  // item 56
  CHECK(typo.match == Match::proposal);
  CHECK(typo.reserve->id == "wenquan-salamander");
  auto const finding = name_finding(typo, "温泉新疆北鲟自然保护区", "保护区", "7");
  REQUIRE(finding);
  CHECK(finding->code == "register.proposal");
  CHECK(finding->feature == "7");
  CHECK(render({finding->code, finding->args}, Language::zh).find("新疆温泉新疆北鲵国家级自然保护区") !=
        std::string::npos);
  auto const one_off = builtin().resolve("艾比糊湿地");  // 湖
  CHECK(one_off.match == Match::proposal);
  CHECK(one_off.reserve->id == "ebinur-lake");
  CHECK_FALSE(name_finding(builtin().resolve("中昆仑"), "中昆仑", "", ""));
}

TEST_CASE("the nearest reserve is named, for a question back") {
  for (auto const& [name, id] : std::vector<std::pair<char const*, char const*>>{{"哈那斯", "kanas"},
                                                                                 {"小叶白腊", "ili-fraxinus"},
                                                                                 {"北鲟", "wenquan-salamander"},
                                                                                 {"罗布泊野骆", "lop-nur"}}) {
    INFO(name);
    auto const nearest = builtin().nearest(name);
    CHECK(builtin().resolve(nearest).match == Match::exact);
    CHECK(builtin().resolve(nearest).reserve->id == id);
  }
}

TEST_CASE("the hash of a register is that of its two files") {
  test::Folder const f;
  auto const file =
      f.write("own.csv", test::read_file(std::string(REDLINE_SOURCE_DIR) + "/layers/workspace/register.csv"));
  auto const alone = Register::load(file).sha256();
  f.write("aliases.csv", test::read_file(std::string(REDLINE_SOURCE_DIR) + "/layers/workspace/aliases.csv"));
  CHECK(Register::load(file).sha256() != alone);
  CHECK(Register::load(file).sha256() == builtin().sha256());
}

TEST_CASE("names that are no reserve of the register stay without one") {
  for (auto const* name : {"", "自然保护区", "新疆", "天池风景名胜区", "库尔德宁风景名胜区", "南山风景名胜区",
                           "可可西里国家级自然保护区", "三道海子湿地", "\xff\xfe"}) {
    INFO(name);
    CHECK(builtin().resolve(name).match == Match::none);
    CHECK(name_finding(builtin().resolve(name), name, "", ""));
  }
}

TEST_CASE("published areas fit into published extents, but for one") {
  for (auto const& r : builtin().reserves()) {
    REQUIRE(r.extent);
    CHECK((Bounds{73.4, 34.3, 96.5, 49.3}).contains(*r.extent));  // Xinjiang
    CHECK(r.designated_on);
    if (!r.area_ha) {
      CHECK(r.id == "ili-black-bee");
      continue;
    }
    INFO(r.id);
    bool const fits = *r.area_ha * 1e4 < exact_area_m2(Geometry::rectangle(*r.extent));
    CHECK(fits == (r.id != "tarim-populus"));
  }
  CHECK(builtin().find("ili-black-bee")->zoned == Zoned::no);
  CHECK(builtin().find("lop-nur")->zoned == Zoned::yes);
  CHECK(builtin().find("nowhere") == nullptr);
}

TEST_CASE("register and map of the demonstration name the same reserves") {
  auto const file = std::filesystem::path(REDLINE_SOURCE_DIR) / "testdata/xinjiang/自然保护区_示意.geojson";
  REQUIRE(std::filesystem::exists(file));
  auto const map = nlohmann::json::parse(redline::test::read_file(file));
  std::set<std::string> met;
  for (auto const& feature : map.at("features")) {
    auto const id = feature.at("properties").at("编号").get<std::string>();
    auto const name = feature.at("properties").at("BHQMC").get<std::string>();
    auto const* reserve = builtin().find(id);
    INFO(id << " " << name);
    REQUIRE(reserve);
    CHECK(builtin().resolve(name).reserve == reserve);
    CHECK(builtin().resolve(name).match == Match::exact);
    if (auto const& zone = feature.at("properties").at("GNQ"); zone.is_string() && !zone.get<std::string>().empty())
      CHECK(reserve->zoned == Zoned::yes);
    met.insert(id);
  }
  CHECK(met.size() == 29);
}
