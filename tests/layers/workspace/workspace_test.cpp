// redline.toml, as it should be.
// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/workspace.hpp"

#include <catch2/catch.hpp>

#include "engine/core/error.hpp"
#include "engine/core/hash.hpp"
#include "tests/layers/workspace/folder.hpp"

using namespace redline;
using redline::test::Folder;

namespace {

char const* const EVERYTHING = R"toml(
format = "redline-workspace/1"
name = "示例"
note = "x"
language = "en"
as_of = "2019年3月31日"
rules = "rules/own.toml"
register = "own.csv"
[settings]
accuracy_m = 5
densify_m = 0.02
nearest_limit_m = 0
area_method = "tdt1055"
rounding = "half_away"
three_zones_mapped = true
[[layer]]
name = "保护区"
role = "areas"
source = "areas.gdb:BHQ"
kind = "自然保护区"
crs = "EPSG:4516"
encoding = "GBK"
accuracy_m = 0.5
valid_from = 2015-01-01
valid_to = 2019-12-31
coverage = "POLYGON ((80 40, 90 40, 90 45, 80 40))"
schematic = true
where = "a > 1"
[layer.fields]
id = "BSM"
level = "=国家级"
name = ""
[layer.zone_map]
"1" = "core"
"乙" = "缓冲区"
[[layer]]
role = "activities"
source = "wells.csv"
action = "renew"
enabled = true
[layer.fields]
kind = "类型"
x = "经度"
y = "纬度"
[layer.kind_map]
"气井" = "oil_well"
[[layer]]
name = "later"
role = "areas"
source = "not/there.shp"
enabled = false
[transformation.xian1980]
values = [1, -2.5, 3, 0.1, 0.2, 0.3, -4]
accuracy_m = 1
[transformation.beijing1954]
values = [1, 2, 3, 4]
[setbacks]
oil_well = 500
tourism_facility = 12.5
)toml";

Folder const& files(Folder const& f, std::string const& text) {
  for (auto const* name : {"rules/own.toml", "own.csv", "areas.gdb", "wells.csv"}) f.write(name, "");
  f.write("redline.toml", text);
  return f;
}

}  // namespace

TEST_CASE("every key of redline.toml arrives where it belongs") {
  Folder const f;
  auto const w = read_workspace(files(f, EVERYTHING).str());
  CHECK(w.name == "示例");
  REQUIRE(w.language);
  CHECK(*w.language == Language::en);
  CHECK(w.plan.language == Language::en);
  CHECK(to_string(w.plan.as_of) == "2019-03-31");
  CHECK(w.plan.as_of_source == "workspace");
  CHECK(w.plan.rules_file == (f / "rules/own.toml").string());
  CHECK(w.plan.register_file == (f / "own.csv").string());
  CHECK(w.plan.decisions_file.empty());
  CHECK(w.rounding == Rounding::half_away);
  CHECK(w.plan.densify_m == 0.02);
  CHECK(w.plan.nearest_limit_m == 0);
  CHECK(w.plan.area_method == AreaMethod::tdt1055);
  CHECK(w.plan.three_zones_mapped);
  CHECK(w.plan.with_register);
  CHECK(w.plan.workspace_directory == f.str());
  CHECK(w.plan.workspace_sha256 == sha256_hex(EVERYTHING));
  CHECK(w.plan.setbacks_m == std::map<std::string, double>{{"oil_well", 500}, {"tourism_facility", 12.5}});
  REQUIRE(w.plan.datum_parameters.size() == 2);
  for (auto const& d : w.plan.datum_parameters) {
    bool const xian = d.datum == "xian1980";
    CHECK((xian || d.datum == "beijing1954"));
    CHECK(d.values == (xian ? std::vector<double>{1, -2.5, 3, 0.1, 0.2, 0.3, -4} : std::vector<double>{1, 2, 3, 4}));
    CHECK(d.accuracy_m.has_value() == xian);
  }
}

TEST_CASE("the layers of redline.toml") {
  Folder const f;
  auto const layers = read_workspace(files(f, EVERYTHING).str()).plan.layers;
  REQUIRE(layers.size() == 3);
  auto const& areas = layers[0];
  CHECK(areas.name == "保护区");
  CHECK(areas.role == Role::areas);
  CHECK(areas.source == (f / "areas.gdb:BHQ").string());
  CHECK(areas.shown_source == "areas.gdb:BHQ");
  CHECK(areas.kind == "nature_reserve");  // written in Chinese
  CHECK(areas.crs == "EPSG:4516");
  CHECK(areas.encoding == "GBK");
  CHECK(areas.accuracy_m == 0.5);
  CHECK(to_string(areas.valid_from) == "2015-01-01");
  CHECK(to_string(areas.valid_to) == "2019-12-31");
  CHECK(areas.coverage == "POLYGON ((80 40, 90 40, 90 45, 80 40))");
  CHECK(areas.schematic);
  CHECK(areas.where == "a > 1");
  CHECK(areas.fields == std::map<std::string, std::string>{{"id", "BSM"}, {"level", "=国家级"}, {"name", ""}});
  CHECK(areas.zone_map == std::map<std::string, std::string>{{"1", "core"}, {"乙", "buffer"}});
  auto const& wells = layers[1];
  CHECK(wells.name.empty());
  CHECK(wells.role == Role::activities);
  CHECK(wells.action == "renew");
  CHECK(wells.accuracy_m == 5);  // of the settings
  CHECK(wells.kind_map == std::map<std::string, std::string>{{"气井", "oil_well"}});
  CHECK_FALSE(layers[2].enabled);  // its file need not be there
}

TEST_CASE("what is left out keeps the defaults of a run") {
  Folder const f;
  f.write("redline.toml", "format = \"redline-workspace/1\"\n");
  auto const w = read_workspace(f.str());
  RunPlan const usual;
  CHECK(w.plan.layers.empty());
  CHECK_FALSE(w.plan.as_of);
  CHECK_FALSE(w.language);
  CHECK(w.plan.rules_file.empty());
  CHECK(w.plan.register_file.empty());
  CHECK(w.plan.densify_m == usual.densify_m);
  CHECK(w.plan.nearest_limit_m == usual.nearest_limit_m);
  CHECK(w.plan.area_method == usual.area_method);
  CHECK(w.rounding == Rounding::half_even);
  f.write("decisions.csv", "");
  CHECK(read_workspace(f.str()).plan.decisions_file == (f / "decisions.csv").string());
}

TEST_CASE("sources that are no plain files are handed on") {
  Folder const f;
  std::string const text = "format = \"redline-workspace/1\"\n";
  for (std::string const source :
       {"PG:host=db dbname=gis:rights", "/vsizip/a.zip/b.shp", "https://example.org/a.geojson"}) {
    f.write("redline.toml", text + "[[layer]]\nrole = \"areas\"\nsource = \"" + source + "\"\n");
    CHECK(read_workspace(f.str()).plan.layers.at(0).source == source);
  }
  auto const absolute = f.write("elsewhere/a:b.shp", "");  // a colon in the name of a file that exists
  f.write("redline.toml", text + "[[layer]]\nrole = \"areas\"\nsource = \"" + absolute + "\"\n");
  CHECK(read_workspace(f.str()).plan.layers.at(0).source == absolute);
}

TEST_CASE("the nearest workspace upwards") {
  Folder const f;
  std::filesystem::create_directories(f / "a/b/c");
  f.write("a/redline.toml", "");
  auto const before = std::filesystem::current_path();
  std::filesystem::current_path(f / "a/b/c");
  auto const found = find_workspace("");
  std::filesystem::current_path(f.str());
  std::string code;
  try {
    code = find_workspace("");  // only where no folder above the temporary ones holds a workspace
  } catch (Error const& e) {
    code = e.message().key;
  }
  std::filesystem::current_path(before);
  CHECK(std::filesystem::equivalent(found, f / "a"));
  CHECK(code == "workspace.none");
  CHECK(find_workspace((f / "a").string()) == (f / "a").string());
  CHECK(find_workspace((f / "a/redline.toml").string()) == (f / "a").string());
  CHECK_THROWS_AS(find_workspace((f / "a/b").string()), Error);  // a named folder is meant, not one above it
}
