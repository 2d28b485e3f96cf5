// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/ledger_facts.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "engine/core/error.hpp"
#include "layers/workspace/register.hpp"
#include "layers/write/ledger_schema.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {
namespace {

using Values = std::map<std::string, std::string>;

bool meets(MapRule const& rule, Values const& values) {
  auto const& no = rule.not_values;
  return std::all_of(rule.where.begin(), rule.where.end(),
                     [&](auto const& w) { return values.at(w.first) == w.second; }) &&
         (no.empty() || std::find(no.begin(), no.end(), values.at(rule.not_column)) == no.end());
}

std::vector<long> drawn_by(Database& db, std::string const& table, std::vector<MapRule> const& rules) {
  std::set<std::string> columns;
  for (auto const& r : rules)
    for (auto const& [column, value] : r.where) columns.insert(column);
  std::string list;
  for (auto const& c : columns) list += sql_name(c) + ",";
  std::vector<long> out(rules.size());
  auto rows = db.prepare("SELECT " + list + "count(*) FROM " + sql_name(table) + " GROUP BY " +
                         list.substr(0, list.size() - 1));
  while (rows.step()) {
    Values values;
    int i = 0;
    for (auto const& c : columns) values[c] = rows.column_text(i++);
    for (std::size_t r = 0; r < rules.size(); ++r)
      if (meets(rules[r], values)) out[r] += rows.column_integer(i);
  }
  return out;
}

Bounds bounds_of(Statement const& row, int first) {
  if (row.column_null(first)) return {};
  return {*row.column_real(first), *row.column_real(first + 1), *row.column_real(first + 2),
          *row.column_real(first + 3)};
}

constexpr char const* REGISTERED = R"(
SELECT s.register_id, max(s.area_name), min(r.minx), min(r.miny), max(r.maxx), max(r.maxy)
FROM (SELECT DISTINCT register_id, area_id, area_name FROM summary WHERE register_id IS NOT NULL) s
LEFT JOIN basemap b ON b.area_id = s.area_id AND b.area_kind = 'nature_reserve'
LEFT JOIN rtree_basemap_geom r ON r.id = b.fid GROUP BY 1 ORDER BY 1)";

constexpr char const* OF_THE_BASEMAP_ALONE = R"(
SELECT b.area_id, max(coalesce(b.area_name, b.area_id)), min(r.minx), min(r.miny), max(r.maxx), max(r.maxy)
FROM basemap b JOIN rtree_basemap_geom r ON r.id = b.fid WHERE b.area_kind = 'nature_reserve'
AND b.area_id NOT IN (SELECT area_id FROM summary WHERE register_id IS NOT NULL AND area_id IS NOT NULL) GROUP BY 1 ORDER BY 1)";

std::vector<MappedReserve> reserves(Database& db, std::string const& register_file) {
  std::vector<MappedReserve> out;
  auto const names = Register::load(register_file);
  for (auto row = db.prepare(REGISTERED); row.step();) {
    auto const* known = names.find(std::string(row.column_text(0)));
    MappedReserve r{known ? known->name_zh : std::string(row.column_text(1)), bounds_of(row, 2)};
    if (r.bounds.empty() && known && known->extent) r.bounds = *known->extent;
    out.push_back(std::move(r));
  }
  for (auto row = db.prepare(OF_THE_BASEMAP_ALONE); row.step();)
    out.push_back({std::string(row.column_text(1)), bounds_of(row, 2)});
  return out;
}

LedgerFacts read(Database& db, std::string const& register_file) {
  LedgerFacts out;
  for (auto const& spec : ledger_tables())
    if (auto const* look = palette().look_of(spec.name))
      out.drawn[spec.name] = drawn_by(db, spec.name, palette().rules_of(*look));
  for (auto row = db.prepare("SELECT key, value FROM run"); row.step();)
    out.run[std::string(row.column_text(0))] = row.column_text(1);
  auto box = db.prepare("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE data_type = 'features'");
  while (box.step()) out.extent.add(bounds_of(box, 0));
  out.reserves = reserves(db, register_file);
  return out;
}

}  // namespace

LedgerFacts read_ledger_facts(std::string const& path, std::string const& register_file) {
  if (!std::filesystem::exists(path)) throw Error(ErrorKind::input, "read.missing", {path});
  try {
    Database db(path, path, Database::Mode::read);
    return read(db, register_file);
  } catch (Error const& e) {
    if (e.kind() != ErrorKind::output) throw;
    throw Error(ErrorKind::input, "write.not_a_ledger", {path, e.message().args.back()});
  }
}

}  // namespace redline
