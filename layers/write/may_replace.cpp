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

// Tables of SQLite, of the GeoPackage standard and its indexes; what people say of a layer there is theirs.
bool of_the_format(std::string_view name) {
  if (name.starts_with("gpkg_metadata")) return false;
  return name.starts_with("sqlite_") || name.starts_with("gpkg_") || name.starts_with("rtree_");
}

Names foreign_tables(Database& db) {
  Names out;
  auto row = db.prepare("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')");
  while (row.step())
    if (auto const name = row.column_text(0); !of_the_format(name) && !of_ledgers().contains(name)) out.emplace(name);
  return out;
}

// QGIS writes the time of each change.
Names styles_lost(Database& db, std::vector<StyleRow> const& carried) {
  Names out;
  auto row = db.prepare("SELECT f_table_name, styleName, styleQML, update_time FROM layer_styles");
  while (row.step()) {
    auto const layer = row.column_text(0), name = row.column_text(1), qml = row.column_text(2);
    bool const kept = row.column_text(3) == LAST_CHANGE ||
                      std::any_of(carried.begin(), carried.end(),
                                  [&](StyleRow const& s) { return s.layer == layer && s.qml == qml; });
    if (!kept) out.insert(std::string(layer) + " (" + std::string(name) + ")");
  }
  return out;
}

std::optional<Message> lost_of_ledger(std::string const& file, std::string const& shown,
                                      std::vector<StyleRow> const& carried) {
  Database db(file, shown, Database::Mode::read);
  if (auto const tables = foreign_tables(db); !tables.empty()) return Message{"write.foreign", {shown, joined(tables)}};
  if (auto const styles = styles_lost(db, carried); !styles.empty())
    return Message{"write.own_styles", {shown, joined(styles)}};
  return std::nullopt;
}

}  // namespace

std::optional<Message> no_ledger_lost(std::string const& file, std::string const& shown) {
  if (is_ledger(file)) return Message{"write.is_ledger", {shown}};
  return std::nullopt;
}

MayReplace by_ledger(std::vector<StyleRow> carried) {
  return [carried = std::move(carried)](std::string const& file, std::string const& shown) -> std::optional<Message> {
    if (!is_database_file(file)) return std::nullopt;
    if (!is_ledger(file)) return Message{"write.no_ledger", {shown}};
    return lost_of_ledger(file, shown, carried);
  };
}

}  // namespace redline
