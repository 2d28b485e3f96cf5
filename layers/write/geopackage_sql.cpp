// SPDX-License-Identifier: Apache-2.0
#include "layers/write/geopackage_sql.hpp"

#include <fmt/format.h>
#include <ogr_spatialref.h>

#include "engine/core/error.hpp"
#include "layers/write/geopackage_geometry.hpp"

namespace redline {
namespace {

constexpr char const* STANDARD_TABLES = R"sql(
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10200;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
  constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system');
INSERT INTO gpkg_extensions VALUES
  ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write'),
  ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema',
   'read-write');
)sql";

// {t} table, {r} its R-tree, {g} geometry column, {k} key: the six triggers of the R-tree extension.
constexpr char const* RTREE_TRIGGERS = R"sql(
CREATE TRIGGER "{r}_insert" AFTER INSERT ON "{t}" WHEN (NEW."{g}" NOT NULL AND NOT ST_IsEmpty(NEW."{g}"))
BEGIN INSERT OR REPLACE INTO "{r}" VALUES (NEW."{k}", ST_MinX(NEW."{g}"), ST_MaxX(NEW."{g}"), ST_MinY(NEW."{g}"),
  ST_MaxY(NEW."{g}")); END;
CREATE TRIGGER "{r}_update1" AFTER UPDATE OF "{g}" ON "{t}" WHEN OLD."{k}" = NEW."{k}"
  AND (NEW."{g}" NOTNULL AND NOT ST_IsEmpty(NEW."{g}"))
BEGIN INSERT OR REPLACE INTO "{r}" VALUES (NEW."{k}", ST_MinX(NEW."{g}"), ST_MaxX(NEW."{g}"), ST_MinY(NEW."{g}"),
  ST_MaxY(NEW."{g}")); END;
CREATE TRIGGER "{r}_update2" AFTER UPDATE OF "{g}" ON "{t}" WHEN OLD."{k}" = NEW."{k}"
  AND (NEW."{g}" ISNULL OR ST_IsEmpty(NEW."{g}"))
BEGIN DELETE FROM "{r}" WHERE id = OLD."{k}"; END;
CREATE TRIGGER "{r}_update3" AFTER UPDATE ON "{t}" WHEN OLD."{k}" != NEW."{k}"
  AND (NEW."{g}" NOTNULL AND NOT ST_IsEmpty(NEW."{g}"))
BEGIN DELETE FROM "{r}" WHERE id = OLD."{k}"; INSERT OR REPLACE INTO "{r}" VALUES (NEW."{k}", ST_MinX(NEW."{g}"),
  ST_MaxX(NEW."{g}"), ST_MinY(NEW."{g}"), ST_MaxY(NEW."{g}")); END;
CREATE TRIGGER "{r}_update4" AFTER UPDATE ON "{t}" WHEN OLD."{k}" != NEW."{k}"
  AND (NEW."{g}" ISNULL OR ST_IsEmpty(NEW."{g}"))
BEGIN DELETE FROM "{r}" WHERE id IN (OLD."{k}", NEW."{k}"); END;
CREATE TRIGGER "{r}_delete" AFTER DELETE ON "{t}" WHEN OLD."{g}" NOT NULL
BEGIN DELETE FROM "{r}" WHERE id = OLD."{k}"; END;
)sql";

constexpr char const* COUNT_TRIGGERS = R"sql(
CREATE TRIGGER "trigger_insert_feature_count_{t}" AFTER INSERT ON "{t}"
BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count + 1 WHERE lower(table_name) = lower('{t}'); END;
CREATE TRIGGER "trigger_delete_feature_count_{t}" AFTER DELETE ON "{t}"
BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count - 1 WHERE lower(table_name) = lower('{t}'); END;
)sql";

void insert_srs(Database& db, int code, std::string const& about) {
  OGRSpatialReference srs;
  char* raw = nullptr;
  if (srs.importFromEPSG(code) != OGRERR_NONE || srs.exportToWkt(&raw) != OGRERR_NONE)
    throw Error(ErrorKind::input, "write.no_srs", {std::to_string(code)});
  std::string const wkt = raw;
  CPLFree(raw);
  std::string const name = srs.GetName();
  auto insert = db.prepare("INSERT INTO gpkg_spatial_ref_sys VALUES(?1,?2,'EPSG',?2,?3,?4)");
  insert.text(1, name);
  insert.integer(2, code);
  insert.text(3, wkt);
  insert.text(4, about);
  insert.execute();
}

void describe_columns(Database& db, TableSpec const& spec, Language language) {
  auto insert = db.prepare("INSERT INTO gpkg_data_columns VALUES(?1,?2,?3,?3,?4,NULL,NULL)");
  for (auto const& column : spec.columns) {
    auto key = "column." + spec.name + "." + column.name;
    if (!has_text(key)) key = "column." + column.name;
    if (!has_text(key)) continue;
    auto const title = render(key, language);
    auto const about = has_text(key + ".about") ? render(key + ".about", language) : std::string{};
    insert.text(1, spec.name);
    insert.text(2, column.name);
    insert.text(3, title);
    if (about.empty())
      insert.null(4);
    else
      insert.text(4, about);
    insert.execute();
  }
}

void insert_contents(Database& db, TableSpec const& spec, Bounds const& b, Language language) {
  auto const about = has_text("table." + spec.name) ? render("table." + spec.name, language) : std::string{};
  auto insert = db.prepare("INSERT INTO gpkg_contents VALUES(?1,?2,?1,?3,?4,?5,?6,?7,?8,?9)");
  insert.text(1, spec.name);
  insert.text(2, spec.spatial() ? "features" : "attributes");
  insert.text(3, about);
  insert.text(4, LAST_CHANGE);
  if (!b.empty()) {
    insert.real(5, b.min_x), insert.real(6, b.min_y);
    insert.real(7, b.max_x), insert.real(8, b.max_y);
  }
  if (spec.spatial()) insert.integer(9, LEDGER_SRS);
  insert.execute();
}

}  // namespace

std::string rtree_name(TableSpec const& spec) { return "rtree_" + spec.name + "_" + GEOMETRY_COLUMN; }

void create_standard_tables(Database& db) {
  db.run(STANDARD_TABLES);
  insert_srs(db, 4326, "longitude/latitude in decimal degrees on the WGS 84 ellipsoid");
  insert_srs(db, LEDGER_SRS, "longitude/latitude in decimal degrees, CGCS2000");
}

void create_table(Database& db, TableSpec const& spec) {
  auto sql = "CREATE TABLE " + sql_name(spec.name) + " (" + sql_name(spec.key) + " INTEGER PRIMARY KEY NOT NULL";
  for (auto const& column : spec.columns) sql += ", " + sql_name(column.name) + " " + column.type;
  if (spec.spatial()) sql += ", " + sql_name(GEOMETRY_COLUMN) + " " + spec.geometry_type;
  db.run(sql + ")");
}

void create_view(Database& db, ViewSpec const& view, Language language) {
  db.run("CREATE VIEW " + sql_name(view.shown.name) + " AS " + view.select);
  insert_contents(db, view.shown, {}, language);
  describe_columns(db, view.shown, language);
}

void register_table(Database& db, TableFiller const& filled, Language language) {
  auto const& spec = filled.spec();
  insert_contents(db, spec, filled.extent(), language);
  describe_columns(db, spec, language);
  db.run(fmt::format("INSERT INTO gpkg_ogr_contents VALUES('{}',{})", spec.name, filled.rows()));
  if (!spec.spatial()) return;
  db.run(fmt::format("INSERT INTO gpkg_geometry_columns VALUES('{}','{}','{}',{},0,0)", spec.name, GEOMETRY_COLUMN,
                     spec.geometry_type, LEDGER_SRS));
  db.run(
      fmt::format("INSERT INTO gpkg_extensions VALUES('{}','{}','gpkg_rtree_index',"
                  "'http://www.geopackage.org/spec120/#extension_rtree','write-only')",
                  spec.name, GEOMETRY_COLUMN));
}

std::size_t create_rtree(Database& db, TableSpec const& spec) {
  auto const name = rtree_name(spec);
  db.run(fmt::format("CREATE VIRTUAL TABLE {} USING rtree(id, minx, maxx, miny, maxy)", sql_name(name)));
  return rtree_capacity(db, name);
}

void create_count_triggers(Database& db, TableSpec const& spec) {
  db.run(fmt::format(COUNT_TRIGGERS, fmt::arg("t", spec.name)));
}

void create_rtree_triggers(Database& db, TableSpec const& spec) {
  db.run(fmt::format(RTREE_TRIGGERS, fmt::arg("t", spec.name), fmt::arg("r", rtree_name(spec)),
                     fmt::arg("g", GEOMETRY_COLUMN), fmt::arg("k", spec.key)));
}

}  // namespace redline
