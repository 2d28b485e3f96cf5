// redline.toml, as it should not be: each mistake is named with its line and what would be right.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "engine/core/error.hpp"
#include "layers/workspace/workspace.hpp"
#include "tests/layers/workspace/folder.hpp"

using namespace redline;
using redline::test::Folder;

namespace {

struct Mistake {
  char const* text;  // after the line with format, which is line 1
  char const* code;
  int line;
  char const* names;  // must occur in the message
};

std::string const AREAS = "[[layer]]\nrole = \"areas\"\nsource = \"a.shp\"\n";
std::string const ACTIVITIES = "[[layer]]\nrole = \"activities\"\nsource = \"a.shp\"\n";

void check(std::string const& text, Mistake const& m) {
  Folder const f;
  f.write("a.shp", "");
  auto const file = f.write("redline.toml", text);
  INFO(text);
  try {
    read_workspace(f.str());
    FAIL("accepted");
  } catch (Error const& e) {
    CHECK(e.message().key == m.code);
    CHECK(e.exit_status() == 3);
    REQUIRE(e.message().args.size() >= 2);
    CHECK(e.message().args[0] == file);
    CHECK(e.message().args[1] == std::to_string(m.line));
    CHECK(has_text(m.code));
    for (auto const language : {Language::zh, Language::en}) {
      CHECK(e.text(language).find(m.names) != std::string::npos);
      CHECK(e.text(language).find(file) != std::string::npos);
    }
  }
}

}  // namespace

TEST_CASE("mistakes at the top and in the settings") {
  for (auto const& m : std::vector<Mistake>{
           {"lauguage = \"zh\"\n", "workspace.unknown_key", 2, "language"},
           {"language = \"cn\"\n", "workspace.unknown_word", 2, "zh, en"},
           {"name = 5\n", "workspace.wrong_type", 2, "name"},
           {"as_of = 2019\n", "workspace.bad_date", 2, "as_of"},
           {"as_of = \"2019-02-29\"\n", "workspace.bad_date", 2, "as_of"},
           {"as_of = 2019-02-30\n", "workspace.syntax", 2, ""},
           {"name = \"a\nb\"\n", "workspace.syntax", 2, ""},
           {"name = \"\xd0\xc2\xbd\xae\"\n", "workspace.syntax", 2, "UTF-8"},  // saved as GBK
           {"rules = \"none.toml\"\n", "workspace.missing_file", 2, "none.toml"},
           {"\nregister = \"none.csv\"\n", "workspace.missing_file", 3, "none.csv"},
           {"settings = 1\n", "workspace.wrong_type", 2, "settings"},
           {"[settings]\nacuracy_m = 5\n", "workspace.unknown_key", 3, "accuracy_m"},
           {"[settings]\naccuracy_m = \"5\"\n", "workspace.wrong_type", 3, "accuracy_m"},
           {"[settings]\naccuracy_m = -1\n", "workspace.out_of_range", 3, "accuracy_m"},
           {"[settings]\ndensify_m = 0\n", "workspace.not_positive", 3, "densify_m"},
           {"[settings]\nnearest_limit_m = nan\n", "workspace.out_of_range", 3, "nearest_limit_m"},
           {"[settings]\nnearest_limit_m = inf\n", "workspace.out_of_range", 3, "nearest_limit_m"},
           {"[settings]\narea_method = \"exakt\"\n", "workspace.unknown_word", 3, "exact"},
           {"[settings]\nthree_zones_mapped = 1\n", "workspace.wrong_type", 3, "three_zones_mapped"},
           {"[setbacks]\noil_wells = 5\n", "workspace.unknown_key", 3, "oil_well"},
           {"[setbacks]\noil_well = 0\n", "workspace.not_positive", 3, "oil_well"},
           {"[transformation.xian80]\nvalues = [1]\n", "workspace.unknown_key", 2, "xian1980"},
           {"[transformation.xian1980]\nvalues = [1, 2, 3]\n", "workspace.parameter_count", 3, "3"},
           {"[transformation.xian1980]\naccuracy_m = 1\n", "workspace.wrong_type", 2, "values"},
           {"[transformation.xian1980]\nvalues = [1, 2, 3, \"4\"]\n", "workspace.wrong_type", 3, "values"}})
    check("format = \"redline-workspace/1\"\n" + std::string(m.text), m);
  check("format = \"redline-workspace/2\"\n", {"", "workspace.format", 1, "redline-workspace/1"});
  check("name = \"a\"\n", {"", "workspace.missing_key", 1, "format"});
  check("", {"", "workspace.missing_key", 1, "format"});
}

TEST_CASE("mistakes in a layer of areas") {
  for (auto const& m : std::vector<Mistake>{
           {"kind = \"mining_right\"\n", "workspace.unknown_word", 5, "nature_reserve"},
           {"kind = \"nature_reserv\"\n", "workspace.unknown_word", 5, "nature_reserve"},
           {"sorce = \"a\"\n", "workspace.unknown_key", 5, "source"},
           {"action = \"new\"\n", "workspace.wrong_role", 5, "activities"},
           {"valid_from = 2019-01-01\nvalid_to = 2018-12-31\n", "workspace.bad_period", 6, "2018-12-31"},
           {"coverage = \"POLYGON ((80 40, 90 40\"\n", "workspace.bad_wkt", 5, "POLYGON"},
           {"coverage = \"none.geojson\"\n", "workspace.missing_file", 5, "none.geojson"},
           {"[layer.fields]\nzona = \"A\"\n", "workspace.unknown_key", 6, "zone"},
           {"[layer.fields]\nlicence_no = \"A\"\n", "workspace.unknown_key", 6, "licence_no"},
           {"[layer.fields]\nid = 5\n", "workspace.wrong_type", 6, "id"},
           {"[layer.zone_map]\n\"1\" = \"kern\"\n", "workspace.unknown_word", 6, "core"},
           {"[layer.kind_map]\n\"1\" = \"oil_well\"\n", "workspace.unknown_word", 6, "oil_well"},
           {"kind = \"wetland\"\n[layer.fields]\nkind = \"A\"\n", "workspace.two_kinds", 5, "fields.kind"},
           {"kind = \"wetland\"\n[layer.kind_map]\n\"a\" = \"other\"\n", "workspace.two_kinds", 5, "kind_map"}})
    check("format = \"redline-workspace/1\"\n" + AREAS + m.text, m);
}

TEST_CASE("mistakes in a layer of activities") {
  for (auto const& m :
       std::vector<Mistake>{{"kind = \"nature_reserve\"\n", "workspace.unknown_word", 5, "mining_right"},
                            {"schematic = true\n", "workspace.wrong_role", 5, "areas"},
                            {"action = \"renewal\"\n", "workspace.unknown_word", 5, "renew"},
                            {"[layer.zone_map]\n\"1\" = \"core\"\n", "workspace.wrong_role", 5, "areas"},
                            {"[layer.fields]\nzone = \"A\"\n", "workspace.unknown_key", 6, "zone"}})
    check("format = \"redline-workspace/1\"\n" + ACTIVITIES + m.text, m);
}

TEST_CASE("mistakes in the list of layers") {
  std::string const format = "format = \"redline-workspace/1\"\n";
  check(format + "[[layer]]\nsource = \"a.shp\"\n", {"", "workspace.missing_key", 2, "role"});
  check(format + "[[layer]]\nrole = \"area\"\n", {"", "workspace.unknown_word", 3, "areas"});
  check(format + "[[layer]]\nrole = \"areas\"\n", {"", "workspace.missing_key", 2, "source"});
  check(format + "[[layer]]\nrole = \"areas\"\nsource = \"b.shp\"\n", {"", "workspace.missing_file", 4, "b.shp"});
  check(format + "[layer]\nrole = \"areas\"\n", {"", "workspace.wrong_type", 2, "[[layer]]"});
  check(format + "layer = [1]\n", {"", "workspace.wrong_type", 2, "[[layer]]"});
  check(format + AREAS + "name = \"x\"\n" + AREAS + "name = \"x\"\n", {"", "workspace.duplicate", 6, "x"});
}

TEST_CASE("mistakes in zones_of") {
  std::string const named =
      "format = \"redline-workspace/1\"\n" + AREAS + "name = \"rim\"\nkind = \"wetland\"\n";  // 6 lines
  auto const zones = [&](std::string const& more) { return named + AREAS + "name = \"inner\"\n" + more; };
  check(zones("zones_of = \"rin\"\n"), {"", "workspace.zones_of_unknown", 11, "rim"});
  check(zones("zones_of = \"inner\"\n"), {"", "workspace.zones_of_itself", 11, "inner"});
  check(zones("zones_of = \"\"\n"), {"", "workspace.missing_key", 11, "zones_of"});
  check(zones("zones_of = [\"rim\"]\n"), {"", "workspace.wrong_type", 11, "zones_of"});
  check(zones("kind = \"scenic_area\"\nzones_of = \"rim\"\n"), {"", "workspace.zones_of_kind", 12, "wetland"});
  check(zones("zones_of = \"rim\"\n" + AREAS + "zones_of = \"inner\"\n"), {"", "workspace.zones_of_chain", 15, "rim"});
  check(zones("zones_of = \"deeds\"\n" + ACTIVITIES + "name = \"deeds\"\n"),
        {"", "workspace.zones_of_activities", 11, "deeds"});
  check(named + ACTIVITIES + "zones_of = \"rim\"\n", {"", "workspace.wrong_role", 10, "areas"});
}

TEST_CASE("zones_of may name a layer further down, whose kind counts for the zones too") {
  Folder const f;
  f.write("a.shp", "");
  f.write("redline.toml", "format = \"redline-workspace/1\"\n" + AREAS + "name = \"inner\"\nzones_of = \"rim\"\n" +
                              AREAS + "name = \"rim\"\nkind = \"wetland\"\n");
  auto const layers = read_workspace(f.str()).plan.layers;
  REQUIRE(layers.size() == 2);
  CHECK(layers[0].zones_of == "rim");
  CHECK(layers[0].kind == "wetland");
  CHECK(layers[1].zones_of.empty());
}

TEST_CASE("a workspace whose file is a folder or is not there cannot be read") {
  Folder const f;
  CHECK_THROWS_AS(read_workspace(f.str()), Error);
  std::filesystem::create_directory(f / "redline.toml");
  CHECK_THROWS_AS(read_workspace(f.str()), Error);
}
