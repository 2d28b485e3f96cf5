// SPDX-License-Identifier: Apache-2.0
#include "layers/write/may_replace.hpp"

#include <algorithm>
#include <set>

#include "layers/write/geopackage_sql.hpp"
#include "layers/write/is_ledger.hpp"
#include "layers/write/ledger_schema.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {
namespace {

using Names = std::set<std::string, std::less<>>;

std::string joined(Names const& names) {
  std::string out;
  for (auto const& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

Names const& of_ledgers() {
  static Names const names = [] {
    Names out;
    for (auto const& table : ledger_tables()) out.insert(table.name);
    for (auto const& view : ledger_views()) out.insert(view.shown.name);
    return out;
  }();
  return names;
}

// What people say of a layer; QGIS makes these tables also where nobody says anything.
bool says_nothing(Database& db, std::string_view name) {
  return name.starts_with("gpkg_metadata") && db.number("SELECT count(*) FROM " + sql_name(name)) == 0;
}

// Tables of SQLite, of the GeoPackage standard and its indexes.
bool of_the_format(std::string_view name) {
  if (name.starts_with("gpkg_metadata")) return false;
  return name.starts_with("sqlite_") || name.starts_with("gpkg_") || name.starts_with("rtree_");
}

Names foreign_tables(Database& db) {
  Names out;
  auto row = db.prepare("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')");
  while (row.step()) {
    auto const name = row.column_text(0);
    if (!of_the_format(name) && !of_ledgers().contains(name) && !says_nothing(db, name)) out.emplace(name);
  }
  return out;
}

// Columns that somebody added to tables of the ledger, as TABLE.COLUMN.
Names foreign_columns(Database& db) {
  Names out;
  for (auto const& table : ledger_tables()) {
    Names known{"fid", "id", "geom"};
    for (auto const& c : table.columns) known.insert(c.name);
    auto row = db.prepare("SELECT name FROM pragma_table_info(" + sql_text(table.name) + ")");
    while (row.step())
      if (auto const name = row.column_text(0); !known.contains(name)) out.insert(table.name + "." + std::string(name));
  }
  return out;
}

// QGIS writes the time of each change.
Names styles_lost(Database& db, CarriedStyles const& carried) {
  Names out;
  auto row = db.prepare("SELECT f_table_name, styleName, styleQML, update_time FROM layer_styles");
  while (row.step()) {
    auto const layer = row.column_text(0), name = row.column_text(1), qml = row.column_text(2);
    if (row.column_text(3) == LAST_CHANGE) continue;
    auto const same = [&](StyleRow const& s) { return s.layer == layer && s.qml == qml; };
    if (std::none_of(carried().begin(), carried().end(), same))
      out.insert(std::string(layer) + " (" + std::string(name) + ")");
  }
  return out;
}

std::optional<Message> lost_of_ledger(std::string const& file, std::string const& shown, CarriedStyles const& carried) {
  Database db(file, shown, Database::Mode::read);
  auto foreign = foreign_tables(db);
  foreign.merge(foreign_columns(db));
  if (!foreign.empty()) return Message{"write.foreign", {shown, joined(foreign)}};
  if (auto const styles = styles_lost(db, carried); !styles.empty())
    return Message{"write.own_styles", {shown, joined(styles)}};
  return std::nullopt;
}

}  // namespace

std::optional<Message> no_ledger_lost(std::string const& file, std::string const& shown) {
  if (is_ledger(file)) return Message{"write.is_ledger", {shown}};
  return std::nullopt;
}

MayReplace by_ledger(CarriedStyles carried) {
  return [carried = std::move(carried)](std::string const& file, std::string const& shown) -> std::optional<Message> {
    if (!is_database_file(file)) return std::nullopt;
    if (!is_ledger(file)) return Message{"write.no_ledger", {shown}};
    return lost_of_ledger(file, shown, carried);
  };
}

}  // namespace redline
