// The tables and columns that scripts rely on, typed from the contract by hand.
// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>

#include "engine/core/text.hpp"
#include "layers/write/ledger_schema.hpp"
#include "tests/layers/write/ledger_reading.hpp"

using namespace redline;
using namespace redline::samples;

namespace {

using Names = std::vector<std::string>;

Names const ACTIVITY = {"activity_id", "activity_kind", "activity_name", "licence_no", "holder", "mineral",
                        "status",      "valid_from",    "valid_to",      "granted_on", "county"};

Names join(Names a, Names const& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Names conflict_columns() {
  return join(join({"conflict_id"}, ACTIVITY),
              {"area_id",   "area_kind",  "area_name",     "area_level", "zone",        "designated_on", "boundary_doc",
               "schematic", "overlap_m2", "overlap_share", "zone_share", "overlap_m",   "width_m",       "certainty",
               "verdict",   "rule_ids",   "clauses",       "trace",      "disposition", "rung",          "lon",
               "lat"});
}

std::map<std::string, Names> contract() {
  auto const activity = join(ACTIVITY, {"verdict", "tdt1055_m2", "geodesic_m2", "planar_m2", "planar_meridian",
                                        "declared_m2", "overlap_total_m2", "nearest_area_id", "nearest_m"});
  std::map<std::string, Names> tables;
  for (char const* t : {"conflict_areas", "conflict_lines", "conflict_points", "conflicts"})
    tables[t] = conflict_columns();
  for (char const* t : {"activity_areas", "activity_lines", "activity_points"}) tables[t] = activity;
  tables["rows"] = {"layer", "read", "used", "repaired", "rejected"};
  tables["balance"] = {"activity_id", "unit", "whole", "in_zones", "outside", "residue"};
  tables["layers_checked"] = {"layer",      "role",     "source",   "sha256", "features",
                              "valid_from", "valid_to", "coverage", "status"};
  tables["rights_overlaps"] = {"activity_id",      "activity_layer", "occurrence",    "other_id",      "other_layer",
                               "other_occurrence", "overlap_m2",     "overlap_share", "other_share",   "relation",
                               "width_m",          "certainty",      "same_holder",   "activity_kind", "other_kind",
                               "mineral",          "other_mineral",  "top_m",         "bottom_m",      "other_top_m",
                               "other_bottom_m",   "depths_meet",    "rung",          "lon",           "lat"};
  for (char const* t :
       {"basemap", "findings", "activity_checks", "proximity", "summary", "decisions", "run", "layer_styles"})
    tables[t] = {};
  return tables;
}

Names columns_of(OGRLayer& layer) {
  Names out;
  auto* const definition = layer.GetLayerDefn();
  for (int i = 0; i < definition->GetFieldCount(); ++i) out.emplace_back(definition->GetFieldDefn(i)->GetNameRef());
  return out;
}

}  // namespace

TEST_CASE("every table of the contract is there, its columns first and in order", "[write]") {
  register_drivers();
  Folder const folder;
  write_ledger(folder.file("a.gpkg"), 0);
  Reading reading(folder.file("a.gpkg"));
  CHECK(reading.dataset().GetLayerCount() == static_cast<int>(contract().size()));
  for (auto const& [table, wanted] : contract()) {
    INFO(table);
    auto found = columns_of(reading.layer(table));
    std::erase(found, "fid");  // GDAL sees the key of a view as a field
    REQUIRE(found.size() >= wanted.size());
    found.resize(wanted.size());
    CHECK(found == wanted);
    CHECK(reading.layer(table).GetFeatureCount() == (table == "basemap" ? 1 : table == "run" ? 2 : 0));
  }
  CHECK(reading.errors.failures().empty());
  CHECK(reading.errors.warnings().empty());
}

TEST_CASE("geometry types, coordinate system and field types are as promised", "[write]") {
  register_drivers();
  Folder const folder;
  write_ledger(folder.file("a.gpkg"), 0);
  Reading reading(folder.file("a.gpkg"));
  std::map<std::string, OGRwkbGeometryType> const types = {{"conflict_areas", wkbMultiPolygon},
                                                           {"conflict_lines", wkbMultiLineString},
                                                           {"conflict_points", wkbMultiPoint},
                                                           {"activity_areas", wkbMultiPolygon},
                                                           {"activity_lines", wkbMultiLineString},
                                                           {"activity_points", wkbMultiPoint},
                                                           {"basemap", wkbMultiPolygon},
                                                           {"findings", wkbPoint},
                                                           {"conflicts", wkbNone},
                                                           {"summary", wkbNone},
                                                           {"layer_styles", wkbNone}};
  OGRSpatialReference cgcs2000;
  REQUIRE(cgcs2000.importFromEPSG(4490) == OGRERR_NONE);
  for (auto const& [name, type] : types) {
    INFO(name);
    auto& layer = reading.layer(name);
    CHECK(layer.GetGeomType() == type);
    if (type == wkbNone) continue;
    char const* const ignore_axes[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", nullptr};
    CHECK(layer.GetSpatialRef()->IsSame(&cgcs2000, ignore_axes));
  }
  auto* const definition = reading.layer("conflicts").GetLayerDefn();
  auto const field = [&](char const* n) { return definition->GetFieldDefn(definition->GetFieldIndex(n)); };
  CHECK(field("valid_from")->GetType() == OFTDate);
  CHECK(field("designated_on")->GetType() == OFTDate);
  CHECK(field("overlap_m2")->GetType() == OFTReal);
  CHECK(field("schematic")->GetSubType() == OFSTBoolean);
  CHECK(field("trace")->GetType() == OFTString);
  CHECK(field("trace")->GetWidth() == 0);  // no limit
}

TEST_CASE("every column has a title in both languages, its own within the table", "[write]") {
  for (auto const& table : ledger_tables()) {
    if (table.name == "layer_styles") continue;  // QGIS's own
    for (auto const language : {Language::zh, Language::en}) {
      std::set<std::string> titles;
      for (auto const& column : table.columns) {
        INFO(table.name << "." << column.name);
        CHECK(has_text("column." + column.name));
        CHECK(titles.insert(render("column." + column.name, language)).second);
      }
      CHECK(has_text("table." + table.name));
    }
  }
}

TEST_CASE("column titles stand where the GeoPackage standard puts them", "[write]") {
  register_drivers();
  Folder const folder;
  write_ledger(folder.file("a.gpkg"), 0);
  Reading r(folder.file("a.gpkg"));
  CHECK(r.value("SELECT title FROM gpkg_data_columns WHERE table_name='conflict_areas' AND column_name='holder'") ==
        "权利人");
  CHECK(r.value("SELECT description FROM gpkg_contents WHERE table_name='basemap'") ==
        render("table.basemap", Language::zh));
}
