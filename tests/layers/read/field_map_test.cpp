#include "layers/read/field_map.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/core/error.hpp"
#include "engine/core/text.hpp"
#include "engine/rules/words.hpp"

using namespace redline;

namespace {

std::vector<FieldInfo> fields(std::initializer_list<char const*> names) {
  std::vector<FieldInfo> out;
  for (auto const* n : names) out.push_back({n, "String"});
  return out;
}

std::map<std::string, std::string> rights(std::initializer_list<char const*> names) {
  Findings findings;
  return recognise(fields(names), FieldRole::activities, {}, findings).fields;
}

using Map = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("the register of mining rights by its Chinese names") {
  auto const map = rights({"CK_GUID", "许可证号", "申请人", "矿山名称", "东经起", "东经止", "开采主矿种", "矿区面积",
                           "有效期起", "有效期止", "签发时间", "所在行政区名称"});
  CHECK(map == Map{{"id", "许可证号"},
                   {"licence_no", "许可证号"},
                   {"holder", "申请人"},
                   {"name", "矿山名称"},
                   {"mineral", "开采主矿种"},
                   {"declared_km2", "矿区面积"},
                   {"valid_from", "有效期起"},
                   {"valid_to", "有效期止"},
                   {"issued_on", "签发时间"},
                   {"county", "所在行政区名称"}});
}

TEST_CASE("the same register by its pinyin names, in any case") {
  for (bool const upper : {true, false}) {
    auto const map = upper ? rights({"XKZH", "KSMC", "SQR", "KCZKZMC", "YXQQ", "YXQZ", "ZMJ", "SCSLSJ"})
                           : rights({"xkzh", "ksmc", "sqr", "kczkzmc", "yxqq", "yxqz", "zmj", "scslsj"});
    CHECK(map.size() == 9);
    CHECK(map.count("licence_no") + map.count("valid_to") + map.count("granted_on") + map.count("declared_km2") == 4);
  }
}

TEST_CASE("the number of a licence by its short names") {
  for (auto const* name : {"采矿证号", "探矿证号", "采矿权证号", "探矿权证号", "采矿权证号（新）"})
    CHECK(rights({"OBJECTID", name}) == Map{{"id", name}, {"licence_no", name}});
  CHECK(rights({"采矿权证号", "采矿权人"}).at("holder") == "采矿权人");
  CHECK(rights({"采矿证号", "许可证号"}).at("licence_no") == "许可证号");
}

TEST_CASE("a name cut to 采矿权 may be the number or the holder: its values tell") {
  Findings findings;
  auto const of = [&](char const* value) {
    std::vector<FieldInfo> const cut{{"采矿权", "String", "采矿权"}};
    return recognise(cut, FieldRole::activities, {}, findings, [&](auto const&) { return std::vector<Cells>{{value}}; })
        .fields;
  };
  CHECK(of("某矿业有限公司") == Map{{"holder", "采矿权"}});
  CHECK(of("C6500002010011110000001").count("holder") == 0);
}

TEST_CASE("areas: red line, reserve and English names") {
  Findings findings;
  auto const red_line =
      recognise(fields({"HXMM", "HXBM", "HXLX", "GNFQ", "TBMJ"}), FieldRole::areas, {}, findings).fields;
  CHECK(red_line == Map{{"id", "HXBM"}, {"name", "HXMM"}, {"zone", "GNFQ"}});
  auto const reserve = recognise(fields({"BHQMC", "BHQJB", "PZSJ", "功能区"}), FieldRole::areas, {}, findings).fields;
  CHECK(reserve == Map{{"name", "BHQMC"}, {"level", "BHQJB"}, {"designated_on", "PZSJ"}, {"zone", "功能区"}});
  auto const english =
      recognise(fields({"id", "name", "zone", "kind", "level"}), FieldRole::areas, {}, findings).fields;
  CHECK(english.size() == 5);
}

TEST_CASE("names cut at ten bytes are still known, others that merely begin alike are not") {
  CHECK(rights({"采矿许可证"}).at("licence_no") == "采矿许可证");  // five characters of GBK
  CHECK(rights({"renewal_fi"}).at("renewal_filed_on") == "renewal_fi");
  CHECK(rights({"有效"}).empty());
  CHECK(rights({"val"}).empty());
}

TEST_CASE("of a bracket that was cut the unit is lost, the name is not") {
  Findings findings;
  std::vector<FieldInfo> const cut{{"总面积", "String", "总面积\xEF"}, {"申请人", "String", "申请人\xEF"}};
  CHECK(recognise(cut, FieldRole::activities, {}, findings).fields == Map{{"holder", "申请人"}});
  CHECK(std::any_of(findings.begin(), findings.end(), [](auto const& f) { return f.code == "read.area_unit"; }));
  CHECK(rights({"矿区面积（"}).empty());
}

TEST_CASE("what a name begins with: no known name of the rest, no meaning; one column, one meaning") {
  Findings findings;
  std::vector<FieldInfo> const cut{{"有效期#1", "String", "有效期\xE6"}, {"有效期#2", "String", "有效期\xE3"}};
  CHECK(recognise(cut, FieldRole::activities, {}, findings).fields == Map{{"valid_to", "有效期#1"}});
  CHECK(rights({"有效期"}).empty());
}

TEST_CASE("areas of rights: the unit in the name counts, and without one nothing is assumed") {
  CHECK(rights({"矿区面积（公顷）"}) == Map{{"declared_ha", "矿区面积（公顷）"}});
  CHECK(rights({"矿区面积(km²)"}) == Map{{"declared_km2", "矿区面积(km²)"}});
  CHECK(rights({"占地面积(㎡)"}) == Map{{"declared_m2", "占地面积(㎡)"}});
  CHECK(rights({"面积(亩)"}) == Map{{"declared_mu", "面积(亩)"}});
  CHECK(rights({"area_ha"}) == Map{{"declared_ha", "area_ha"}});
  Findings findings;
  CHECK(recognise(fields({"面积"}), FieldRole::activities, {}, findings).fields.empty());
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().code == "read.area_unit");
  CHECK(rights({"图斑编号", "矿区面积"}).count("declared_km2") == 0);  // there it is hectares
}

TEST_CASE("overrides win, constants need no field, an empty one takes a meaning away") {
  Findings findings;
  auto const map = recognise(fields({"id", "other"}), FieldRole::activities,
                             {{"id", "other"}, {"kind", "=oil_well"}, {"name", ""}}, findings)
                       .fields;
  CHECK(map == Map{{"id", "other"}, {"kind", "=oil_well"}});
}

TEST_CASE("an override that names no field lists them and the nearest") {
  Findings findings;
  try {
    recognise(fields({"licence", "holder"}), FieldRole::activities, {{"id", "licens"}}, findings);
    FAIL("no error");
  } catch (Error const& e) {
    CHECK(e.message().key == "read.no_field");
    CHECK(e.message().args == std::vector<std::string>{"id", "licens", "licence, holder", "licence"});
  }
}

TEST_CASE("words of zones and kinds; codes are not guessed") {
  CHECK(zone_word("核心区") == "core");
  CHECK(zone_word(" 核心保护区 ") == "core");
  CHECK(zone_word("实验区") == "experimental");
  CHECK(zone_word("一级保护区") == "grade_1");
  CHECK(zone_word("General_Control") == "general_control");
  for (auto const* code : {"1", "2", "3", "HX", "HC", "SY", "外围保护地带", ""}) CHECK_FALSE(zone_word(code));
  CHECK(kind_word("采矿权") == "mining_right");
  CHECK(kind_word("油井") == "oil_well");
  for (auto const kind : words(Vocabulary::activity_kind))
    CHECK(kind_word(render("activity_kind." + std::string(kind), Language::zh)) == std::string(kind));
  CHECK(kind_word("tourism_facility") == "tourism_facility");
  CHECK(kind_word("生态保护红线") == "ecological_red_line");
  CHECK_FALSE(kind_word("KC"));
}
