// SPDX-License-Identifier: Apache-2.0
#include "layers/postgis/schema_check.hpp"

#include "layers/postgis/schema_sql.hpp"
#include "layers/write/ledger_schema.hpp"

namespace redline {
namespace {

constexpr std::size_t NAMED = 5;  // of foreign tables

constexpr char const* RELATIONS =
    "SELECT c.relname, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') ORDER BY 1";
constexpr char const* COLUMNS =
    "SELECT a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
    " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0"
    " AND NOT a.attisdropped";
constexpr char const* OWNERS =
    "SELECT c.relname, pg_get_userbyid(c.relowner) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v') AND NOT pg_has_role(c.relowner, 'USAGE')";

std::map<std::string, std::string> pairs(PgConnection& db, char const* sql,
                                         std::vector<std::optional<std::string>> const& parameters) {
  std::map<std::string, std::string> out;
  for (auto const& row : db.rows(sql, parameters)) out[row[0].value_or("")] = row[1].value_or("");
  return out;
}

bool holds_ledger(PgConnection& db, SchemaContent const& content) {
  auto const& schema = db.address().schema;
  auto const run = content.relations.find("run");
  if (run == content.relations.end() || run->second != "r") return false;
  auto const columns = pairs(db, COLUMNS, {schema, "run"});
  if (!columns.count("key") || !columns.count("value")) return false;
  return db.value("SELECT value FROM " + in_schema(schema, "run") + " WHERE key = 'format'") == LEDGER_FORMAT;
}

SchemaContent look(PgConnection& db) {
  SchemaContent out;
  auto const& schema = db.address().schema;
  if (!db.holds("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)", {schema})) return out;
  out.relations = pairs(db, RELATIONS, {schema});
  out.state = out.relations.empty()   ? SchemaState::empty
              : holds_ledger(db, out) ? SchemaState::ledger
                                      : SchemaState::absent;
  if (out.state != SchemaState::absent) return out;
  std::string names;
  std::size_t n = 0;
  for (auto const& [name, kind] : out.relations)
    if (++n <= NAMED) names += (n > 1 ? ", " : "") + name;
  throw db.error("pg.foreign", {names + (n > NAMED ? ", …" : "")});
}

void require_columns(PgConnection& db, std::string const& table, std::string const& kind, char const* wanted,
                     std::vector<std::pair<std::string, std::string>> const& columns) {
  if (kind != wanted) throw db.error("pg.other_version", {table, table});
  auto const found = pairs(db, COLUMNS, {db.address().schema, table});
  for (auto const& [name, type] : columns)
    if (auto const it = found.find(name); it == found.end() || it->second != type)
      throw db.error("pg.other_version", {table, name});
}

void require_today(PgConnection& db, SchemaContent const& content, bool complete) {
  auto const each = [&](TableSpec const& spec, char const* kind, char const* key = "integer") {
    auto columns = columns_of(spec);
    columns.front().second = key;
    auto const it = content.relations.find(schema_table(spec));
    if (it != content.relations.end())
      require_columns(db, it->first, it->second, kind, columns);
    else if (complete)
      throw db.error("pg.other_version", {schema_table(spec), schema_table(spec)});
  };
  for (auto const& spec : ledger_tables()) each(spec, "r");
  for (auto const& view : ledger_views()) each(view.shown, "v", view.postgres.empty() ? "integer" : "bigint");
}

void require_owner(PgConnection& db) {
  auto const others = pairs(db, OWNERS, {db.address().schema});
  auto const refuse = [&](std::string const& table) {
    if (auto const it = others.find(table); it != others.end()) throw db.error("pg.not_owner", {table, it->second});
  };
  for (auto const& spec : ledger_tables()) refuse(schema_table(spec));
  for (auto const& view : ledger_views()) refuse(view.shown.name);
  refuse(RUN_LOG);
}

}  // namespace

SchemaContent writable_schema(PgConnection& db, bool overwrite) {
  auto content = look(db);
  if (content.state == SchemaState::ledger) {
    if (!overwrite) throw db.error("pg.exists");
    require_owner(db);
    require_today(db, content, false);
    if (auto const it = content.relations.find(RUN_LOG); it != content.relations.end())
      require_columns(db, it->first, it->second, "r", run_log_columns());
    return content;
  }
  bool const may = content.state == SchemaState::absent
                       ? db.holds("SELECT has_database_privilege(current_database(), 'CREATE')")
                       : db.holds("SELECT has_schema_privilege($1, 'CREATE') AND has_schema_privilege($1, 'USAGE')",
                                  {db.address().schema});
  if (!may) throw db.error("pg.no_right_to_create", {db.value("SELECT current_user")});
  return content;
}

void require_ledger(PgConnection& db) {
  auto const content = look(db);
  if (content.state != SchemaState::ledger) throw db.error("pg.no_ledger");
  require_today(db, content, true);
}

}  // namespace redline
