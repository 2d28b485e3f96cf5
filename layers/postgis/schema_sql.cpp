// SPDX-License-Identifier: Apache-2.0
#include "layers/postgis/schema_sql.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "layers/write/geopackage_geometry.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {
namespace {

// What tables are joined by and looked up by.
constexpr std::array<std::string_view, 4> LOOKED_UP = {"conflict_id", "activity_id", "area_id", "other_id"};

std::string type_of(ColumnSpec const& column) {
  static std::map<std::string, std::string, std::less<>> const TYPES = {
      {"REAL", "double precision"}, {"INTEGER", "bigint"}, {"BOOLEAN", "boolean"}, {"DATE", "date"}};
  auto const it = TYPES.find(column.type);
  return it == TYPES.end() ? "text" : it->second;
}

std::string geometry_type(TableSpec const& spec) {
  return "geometry(" + spec.geometry_word() + "," + std::to_string(LEDGER_SRS) + ")";
}

std::string about(std::string const& key, Language l) {
  if (!has_text(key)) return {};
  auto const more = has_text(key + ".about") ? render("pg.comment", l) + render(key + ".about", l) : std::string{};
  return render(key, l) + more;
}

}  // namespace

std::string schema_table(TableSpec const& spec) { return spec.name == "layer_styles" ? "styles" : spec.name; }

std::string in_schema(std::string const& schema, std::string const& table) {
  return sql_name(schema) + "." + sql_name(table);
}

std::vector<std::pair<std::string, std::string>> columns_of(TableSpec const& spec) {
  std::vector<std::pair<std::string, std::string>> out{{spec.key, "integer"}};
  for (auto const& c : spec.columns) out.emplace_back(c.name, type_of(c));
  if (spec.spatial()) out.emplace_back(GEOMETRY_COLUMN, geometry_type(spec));
  return out;
}

std::string copied_columns(TableSpec const& spec) {
  std::string out;
  for (auto const& [name, type] : columns_of(spec)) out += (out.empty() ? "" : ",") + sql_name(name);
  return out;
}

std::string create_table_sql(std::string const& schema, TableSpec const& spec) {
  std::string columns;
  for (auto const& [name, type] : columns_of(spec))
    columns += (columns.empty() ? "" : ", ") + sql_name(name) + " " + type;
  return "CREATE TABLE " + in_schema(schema, schema_table(spec)) + " (" + columns + ");";
}

std::string index_sql(std::string const& schema, TableSpec const& spec) {
  auto const name = schema_table(spec), table = in_schema(schema, name);
  auto sql = fmt::format("ALTER TABLE {} ADD CONSTRAINT {} PRIMARY KEY ({});", table, sql_name(name + "_pkey"),
                         sql_name(spec.key));
  auto const add = [&](std::string const& by, char const* with, std::string const& column) {
    sql += fmt::format("CREATE INDEX {} ON {} {}({});", sql_name(name + "_by_" + by), table, with, sql_name(column));
  };
  if (spec.spatial()) add("place", "USING gist ", GEOMETRY_COLUMN);
  for (auto const& c : spec.columns)
    if (std::find(LOOKED_UP.begin(), LOOKED_UP.end(), c.name) != LOOKED_UP.end()) add(c.name, "", c.name);
  return sql;
}

std::string create_view_sql(std::string const& schema, ViewSpec const& view) {
  auto const path = "pg_catalog.current_setting('search_path')";
  return std::string("SELECT pg_catalog.set_config('redline.path', ") + path + ", true);" +
         "SET LOCAL search_path TO " + sql_name(schema) + ", pg_catalog;" + "CREATE VIEW " +
         in_schema(schema, view.shown.name) + " AS " + (view.postgres.empty() ? view.select : view.postgres) + ";" +
         "SELECT pg_catalog.set_config('search_path', pg_catalog.current_setting('redline.path'), true);";
}

std::string comment_sql(std::string const& schema, TableSpec const& spec, Language language, bool view) {
  auto const table = in_schema(schema, schema_table(spec));
  std::string sql;
  auto const key = schema_table(spec) == spec.name ? "table." + spec.name : "pg.table." + schema_table(spec);
  if (auto const text = about(key, language); !text.empty())
    sql += std::string("COMMENT ON ") + (view ? "VIEW " : "TABLE ") + table + " IS " + sql_text(text) + ";";
  for (auto const& [name, type] : columns_of(spec)) {
    auto const text = about((name == spec.key || name == GEOMETRY_COLUMN ? "pg.column." : "column.") + name, language);
    if (!text.empty()) sql += "COMMENT ON COLUMN " + table + "." + sql_name(name) + " IS " + sql_text(text) + ";";
  }
  return sql;
}

std::vector<std::pair<std::string, std::string>> const& run_log_columns() {
  static std::vector<std::pair<std::string, std::string>> const COLUMNS = {{"id", "integer"},
                                                                           {"written", "timestamp with time zone"},
                                                                           {"database_user", "text"},
                                                                           {"who", "text"},
                                                                           {"host", "text"},
                                                                           {"started", "timestamp with time zone"},
                                                                           {"command", "text"},
                                                                           {"redline", "text"},
                                                                           {"seconds", "double precision"},
                                                                           {"threads", "integer"},
                                                                           {"stages", "json"},
                                                                           {"styles", "json"}};
  return COLUMNS;
}

std::string run_log_sql(std::string const& schema, Language language) {
  static std::map<std::string_view, std::string_view> const MORE = {
      {"id", " GENERATED ALWAYS AS IDENTITY PRIMARY KEY"},
      {"written", " NOT NULL DEFAULT clock_timestamp()"},
      {"database_user", " NOT NULL DEFAULT current_user"}};
  auto const table = in_schema(schema, RUN_LOG);
  std::string columns;
  for (auto const& [name, type] : run_log_columns()) {
    columns += (columns.empty() ? "" : ", ") + name + " " + type;
    if (auto const it = MORE.find(name); it != MORE.end()) columns += it->second;
  }
  return "CREATE TABLE " + table + " (" + columns + ");COMMENT ON TABLE " + table + " IS " +
         sql_text(render("pg.run_log", language)) + ";";
}

}  // namespace redline
