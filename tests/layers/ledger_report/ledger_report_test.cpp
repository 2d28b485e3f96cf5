// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "layers/ledger_report/ledger_views.hpp"
#include "layers/ledger_report/region_map.hpp"
#include "layers/ledger_report/report_table.hpp"
#include "layers/run/layer_settings.hpp"
#include "layers/screen/screen_settings.hpp"
#include "layers/write/ledger_writer.hpp"
#include "tests/layers/write/ledger_samples.hpp"

namespace redline {

TEST_CASE("prefectures stand alone, without their counties", "[ledger_report]") {
  CHECK(prefectures_alone("巴音郭楞州(若羌县)、哈密市、吐鲁番市(鄯善县、托克逊县)") == "巴音郭楞州、哈密市、吐鲁番市");
  CHECK(prefectures_alone("哈密市") == "哈密市");
  CHECK(prefectures_alone("").empty());
}

TEST_CASE("two areas of one id, one of them of the register, are two places, and no sum is doubled",
          "[ledger_report]") {
  samples::register_drivers();
  samples::Folder const folder;
  auto const path = folder.file("a.gpkg");
  auto areas = samples::areas();
  areas[1] = areas[0];
  areas[1].layer = "second", areas[1].name = "另一保护区";
  {
    LedgerWriter writer({path, false, Language::zh}, areas);
    auto one = samples::record(1, 2), two = samples::record(2, 2);
    one.conflicts.resize(1), two.conflicts.resize(1);
    one.conflicts[0].area = 0, two.conflicts[0].area = 1;
    writer.add(one), writer.add(two);
    for (auto const& [area, zone, m2, of_register] :
         {std::tuple{0, "core", 100.0, "R-65"}, {0, "buffer", 10.0, "R-65"}, {1, "core", 7.0, ""}})
      writer.add_summary({areas[area].id,
                          "nature_reserve",
                          areas[area].name,
                          "国家级",
                          zone,
                          "mining_right",
                          1,
                          m2,
                          0,
                          {},
                          "given",
                          of_register});
    writer.set_run({{"format", "redline-ledger/1"}});
    writer.commit();
  }
  LedgerFile ledger(path);
  make_ledger_views(ledger, nullptr);
  auto places = ledger.db().prepare(
      "SELECT p.place, p.name, p.summed_m2, count(c.conflict_id), max(c.activity_id) FROM rl_place p LEFT JOIN"
      " rl_conflict c ON c.place = p.place AND c.area_kind = p.area_kind GROUP BY p.place ORDER BY p.summed_m2");
  for (auto const& [place, area, m2, activity] : {std::tuple{"NR-1", 1, 7.0, "A2"}, {"R-65", 0, 110.0, "A1"}}) {
    REQUIRE(places.step());
    CHECK(places.column_text(0) == place);
    CHECK(places.column_text(1) == areas[area].name);
    CHECK(places.column_real(2) == m2);
    CHECK(places.column_integer(3) == 1);
    CHECK(places.column_text(4) == activity);
  }
  CHECK_FALSE(places.step());
}

TEST_CASE("a ring without corners draws nothing", "[ledger_report]") {
  samples::register_drivers();
  samples::Folder const folder;
  auto const path = folder.file("a.gpkg");
  samples::WkbText hollow;  // a square with a hole of no corners
  hollow.type(6).count(1).type(3).count(2).count(5);
  hollow.at(80, 40).at(81, 40).at(81, 41).at(80, 41).at(80, 40).count(0);
  {
    LedgerWriter writer({path, false, Language::zh}, samples::areas());
    writer.add_basemap({0, "core", 1e6, hollow.get()});
    writer.set_run({{"format", "redline-ledger/1"}});
    writer.commit();
  }
  LedgerFile ledger(path);
  make_ledger_views(ledger, nullptr);
  auto const svg = region_map(ledger, {300, 200, false}, "m", Language::zh).svg;
  CHECK(svg.find("<path d=\"M") != std::string::npos);
  CHECK(svg.find("h1v1h-1Z") == std::string::npos);
}

TEST_CASE("every heading and title of the report has its text in both languages", "[ledger_report]") {
  for (auto const& table : report_tables()) {
    CHECK(has_text("ledger_report.table." + table.key));
    for (auto const l : {Language::zh, Language::en})
      CHECK(render("ledger_report.table." + table.key, l).size() <= 31 * 3);  // Excel: 31 characters
    for (auto const& c : table.columns) {
      INFO(table.key << " " << c.key);
      CHECK((has_text("ledger_report.col." + c.key) || has_text("column." + c.key)));
      CHECK((c.format == Format::word) == !c.words.empty());
    }
  }
}

TEST_CASE("the layers of a run without a workspace come back as they were", "[ledger_report]") {
  LayerPlan p;
  p.source = "甲.gpkg:层", p.role = Role::areas, p.name = "n", p.kind = "nature_reserve", p.crs = "EPSG:4490";
  p.encoding = "GBK", p.where = "a = 'x\"y'", p.action = "renew", p.accuracy_m = 3.25;
  p.fields = {{"id", "=值"}, {"zone", "Z"}}, p.zone_map = {{"1", "core"}}, p.kind_map = {{"k", "oil_well"}};
  auto const back = layers_of_settings(layer_settings({p, LayerPlan{}}));
  REQUIRE(back.size() == 2);
  auto const& q = back.front();
  CHECK((q.source == p.source && q.role == p.role && q.name == p.name && q.kind == p.kind && q.crs == p.crs));
  CHECK((q.encoding == p.encoding && q.where == p.where && q.action == p.action && q.accuracy_m == p.accuracy_m));
  CHECK((q.fields == p.fields && q.zone_map == p.zone_map && q.kind_map == p.kind_map));
  CHECK_FALSE(back.back().accuracy_m);
  CHECK(layers_of_settings({{"layer.1", "no JSON"}}).empty());
  CHECK(layers_of_settings({{"layer.1", R"({"fields": 7})"}}).empty());
}

TEST_CASE("the options of a screening come back as they were", "[ledger_report]") {
  ScreenPlan p;
  p.files = {"a.txt", "b \"c\".shp"}, p.id = "X", p.attributes.kind = "mining_right", p.attributes.action = "renew";
  p.attributes.valid_to = parse_date("2020-02-29"), p.attributes.top_m = -12.5, p.declared_m2 = 0.1;
  p.intake.crs = "EPSG:4516", p.intake.accept = true, p.with_cut = true;
  p.intake.hints.county = Bounds{80, 40.1, 81, 41};
  auto const json = screen_settings(p);
  auto const q = with_settings({}, json, "x.json");
  CHECK(screen_settings(q) == json);
  CHECK((q.files == p.files && q.attributes.valid_to == p.attributes.valid_to && q.declared_m2 == p.declared_m2));
  CHECK((q.intake.hints.county->min_y == 40.1 && q.intake.accept && q.with_cut && !q.against_rights));
  CHECK_THROWS(with_settings({}, "[]", "x.json"));
  CHECK_THROWS(with_settings({}, R"({"files": [1]})", "x.json"));
}

}  // namespace redline
