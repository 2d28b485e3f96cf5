// Exports of the conflicts, read back by GDAL's own drivers, and the sidecar.
// SPDX-License-Identifier: Apache-2.0
#include "layers/write/export.hpp"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "engine/core/error.hpp"
#include "layers/write/run_sidecar.hpp"
#include "tests/layers/write/ledger_reading.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

std::string bytes_of(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string ledger_in(Folder const& folder) {
  register_drivers();
  auto const path = folder.file("a.gpkg");
  LedgerWriter writer({path, false, Language::zh}, areas());
  auto odd = record(0, 2);
  odd.attributes.name = "甲,乙\"丙\"\n丁", odd.attributes.holder = "=1+1", odd.conflicts[1].geometry.clear();
  odd.conflicts[0].overlap_m2 = 0.125, odd.conflicts[0].overlap_share = 1.0 / 3;
  writer.add(odd);
  writer.add(record(1, 1));
  writer.add(record(2, 0));
  writer.commit();
  return path;
}

}  // namespace

TEST_CASE("CSV: all columns and rows, for Excel and for programs", "[write]") {
  Folder const folder;
  auto const out = folder.file("c.CSV");
  export_conflicts(ledger_in(folder), out, false);
  auto const text = bytes_of(out);
  CHECK(
      text.starts_with("\xEF\xBB\xBF"
                       "conflict_id,activity_id,activity_kind,"));
  CHECK(text.find("\"甲,乙\"\"丙\"\"\n丁\"") != std::string::npos);
  CHECK(text.find(",0.12,0.333333,0.000001,") != std::string::npos);  // a tie goes to the even digit
  CHECK(text.find(",80.0010000,40.0010000,") != std::string::npos);
  CHECK(text.ends_with("\r\n"));

  Reading csv(out);  // GDAL's reader as the second opinion
  auto* const layer = csv.dataset().GetLayer(0);
  CHECK(layer->GetFeatureCount() == 6);
  OGRFeatureUniquePtr const first(layer->GetNextFeature());
  CHECK(std::string(first->GetFieldAsString("activity_name")) == "甲,乙\"丙\"\n丁");
  CHECK(std::string(first->GetFieldAsString("schematic")) == "true");
  CHECK(std::string(first->GetFieldAsString("valid_from")) == "2011-05-01");
  Reading ledger(folder.file("a.gpkg"));
  CHECK(layer->GetLayerDefn()->GetFieldCount() == ledger.layer("conflicts").GetLayerDefn()->GetFieldCount());
}

TEST_CASE("GeoJSON: geometry by dimension, contacts without, longitude first", "[write]") {
  Folder const folder;
  auto const out = folder.file("c.geojson");
  export_conflicts(ledger_in(folder), out, false);
  auto const json = nlohmann::json::parse(bytes_of(out));
  REQUIRE(json["features"].size() == 6);
  auto const& first = json["features"][0];
  CHECK(first["geometry"]["type"] == "MultiPolygon");
  CHECK(first["geometry"]["coordinates"][0][0][0] == nlohmann::json({80.0, 40.0}));
  CHECK(first["properties"]["overlap_share"] == 1.0 / 3);
  CHECK(first["properties"]["schematic"] == true);
  CHECK(first["properties"]["valid_to"].is_null());
  CHECK(json["features"][1]["geometry"].is_null());
  CHECK(json["features"][2]["geometry"]["type"] == "MultiLineString");
  CHECK(json["features"][4]["geometry"]["type"] == "MultiPoint");
  Reading reading(out);
  CHECK(reading.dataset().GetLayer(0)->GetFeatureCount() == 6);
}

TEST_CASE("exports refuse what they cannot do and keep old files", "[write]") {
  Folder const folder;
  auto const ledger = ledger_in(folder);
  auto const code = [&](std::string const& from, std::string const& to) {
    try {
      export_conflicts(from, to, false);
    } catch (Error const& e) {
      return e.message().key;
    }
    return std::string("written");
  };
  CHECK(code(ledger, folder.file("c.shp")) == "write.format");
  CHECK(code(folder.file("none.gpkg"), folder.file("c.csv")) == "write.not_a_ledger");
  std::ofstream(folder.file("text.gpkg")) << "not a database, not at all, however long it may be";
  CHECK(code(folder.file("text.gpkg"), folder.file("c.csv")) == "write.not_a_ledger");
  CHECK(code(ledger, folder.file("c.csv")) == "written");
  CHECK(code(ledger, folder.file("c.csv")) == "write.exists");
  CHECK(folder.names().size() == 3);
}

TEST_CASE("the sidecar stands beside the ledger", "[write]") {
  Folder const folder;
  auto const ledger = folder.file("台账.gpkg");
  RunSidecar const facts{"王工", "2019-03-31T08:00:00Z", "host\xFF", "redline overlay", 1.5, 4, {{"read", 0.5}}};
  write_run_sidecar(ledger, facts, false);
  CHECK(sidecar_path(ledger) == ledger + ".run.json");
  auto const json = nlohmann::json::parse(bytes_of(sidecar_path(ledger)));
  CHECK(json["who"] == "王工");
  CHECK(json["threads"] == 4);
  CHECK(json["stages"]["read"] == 0.5);
  CHECK_THROWS_AS(write_run_sidecar(ledger, {}, false), Error);
  write_run_sidecar(ledger, {}, true);
}
