// Files made by others, with the counts their list states.
#include <cstdlib>

#include "tests/layers/read/samples.hpp"

using namespace redline;
using namespace redline::read_test;

namespace {

std::string shared(std::string const& file) {
  auto const* named = std::getenv("REDLINE_SHARED_DATA");
  auto const root = named ? std::string(named) : std::string(REDLINE_SOURCE_DIR) + "/../shared/data";
  return fs::exists(root) ? root + "/" + file : std::string{};
}

bool there(std::string const& path) {
  if (!path.empty()) return true;
  if (std::getenv("CI")) FAIL("real data is missing: set REDLINE_SHARED_DATA");
  WARN("skipped: real data is not here (REDLINE_SHARED_DATA)");
  return false;
}

std::uint64_t vertices(All const& all) {
  std::uint64_t n = 0;
  for (auto const& f : all.features)
    if (!f.wkb.empty()) n += Geometry::from_wkb(f.wkb).vertices();
  return n;
}

}  // namespace

TEST_CASE("real files give as many features and vertices as their list says") {
  auto const [file, features, corners] = GENERATE(table<std::string, std::size_t, std::uint64_t>(
      {{"derived-chinese-formats/新疆县级_GBK.shp", 96, 0},
       {"derived-chinese-formats/新疆县级_GBK_nocpg_GK29.shp", 96, 0},
       {"derived-chinese-formats/xinjiang_cgcs2000.gdb", 96, 0},
       {"kazakhstan-kalamkas-wells/wells.geojson", 3308, 3308},
       {"kazakhstan-kalamkas-wells/gu.geojson", 73, 0},
       {"kazakhstan-kalamkas-wells/bkns.geojson", 11, 0},
       {"argentina-neuquen-oil/concesiones_neuquina.geojson", 160, 46816},
       {"argentina-neuquen-oil/derived_well_heads.geojson", 2215, 2215},
       {"drc-mining-licences/Licences_3.geojson", 3466, 37618},
       {"drc-mining-licences/SpecialAreas_4.geojson", 39, 22900},
       {"drc-protected-areas/cod_conservation.zip", 50, 148651},
       {"mexico-cdmx-anp-zoning/anp_consolidada.geojson", 26, 7726},
       {"mexico-cdmx-anp-zoning/zoonificacion_pgoedf_2000_sin_anp.geojson", 534, 42745}}));
  auto const path = shared(file);
  if (!there(path)) return;
  CAPTURE(file);
  auto const all = read_all(path);
  CHECK(all.features.size() == features);
  if (corners > 0) CHECK(vertices(all) == corners);
  CHECK_FALSE(all.crs.empty());
}

TEST_CASE("Chinese names of a real layer are the same in three formats") {
  if (!there(shared(""))) return;
  auto const gbk = read_all(shared("derived-chinese-formats/新疆县级_GBK.shp"));
  auto const bare = read_all(shared("derived-chinese-formats/新疆县级_GBK_nocpg_GK29.shp"));
  auto const gdb = read_all(shared("derived-chinese-formats/xinjiang_cgcs2000.gdb"));
  for (std::size_t i = 0; i < 96; ++i) {
    CHECK(gbk.value(i, "县名") == gdb.value(i, "XZQMC"));
    CHECK(gbk.value(i, "县名") == bare.value(i, "县名"));
  }
  CHECK(gbk.value(0, "县名").find("<") == std::string::npos);
  CHECK(bare.crs.find("zone 29") != std::string::npos);
}

TEST_CASE("empty geometries of a real layer come out empty, and none is lost") {
  if (!there(shared(""))) return;
  auto const all = read_all(shared("mexico-cdmx-anp-zoning/zoonificacion_pgoedf_2000_sin_anp.geojson"));
  CHECK(std::count_if(all.features.begin(), all.features.end(),
                      [](auto const& f) { return !f.wkb.empty() && Geometry::from_wkb(f.wkb).empty(); }) == 11);
}

TEST_CASE("a real table without coordinates is refused, and French texts in a .dbf without .cpg are read") {
  if (!there(shared(""))) return;
  CHECK(refusal(shared("argentina-neuquen-oil/wells.csv")) == "read.no_coordinates");
  auto const congo = read_all(shared("drc-protected-areas/cod_conservation.zip"));
  CHECK(std::any_of(congo.fields.begin(), congo.fields.end(), [](auto const& f) { return f.name == "Espèces"; }));
}

TEST_CASE("the garbled name in a real layer is found") {
  if (!there(shared(""))) return;
  CHECK(read_all(shared("argentina-neuquen-oil/derived_well_heads.geojson")).has("read.mojibake"));
}
