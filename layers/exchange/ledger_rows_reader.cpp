// SPDX-License-Identifier: Apache-2.0
#include "layers/exchange/ledger_rows_reader.hpp"

#include "layers/write/geopackage_geometry.hpp"
#include "layers/write/ledger_schema.hpp"

namespace redline {
namespace {

std::string select(TableSpec const& layer, std::string const& where) {
  std::string sql = "SELECT ";
  for (auto const& c : layer.columns) sql += sql_name(c.name) + ",";
  return sql + GEOMETRY_COLUMN + " FROM " + sql_name(layer.name) + (where.empty() ? "" : " WHERE " + where) +
         " ORDER BY fid";
}

}  // namespace

std::vector<TableSpec const*> spatial_layers() {
  std::vector<TableSpec const*> out;
  for (auto const& spec : ledger_tables())
    if (spec.spatial()) out.push_back(&spec);
  return out;
}

std::int64_t rows_of_layer(Database& ledger, TableSpec const& layer) {
  return ledger.number("SELECT count(*) FROM " + sql_name(layer.name));
}

LedgerRows::LedgerRows(Database& ledger, TableSpec const& layer, std::string const& where)
    : m_layer(layer), m_rows(ledger.prepare(select(layer, where))) {}

std::span<unsigned char const> LedgerRows::wkb() const {
  auto const blob = m_rows.column_blob(static_cast<int>(m_layer.columns.size()));
  return blob.empty() ? blob : wkb_of_blob(blob);
}

std::optional<std::size_t> LedgerRows::column(std::string_view name) const {
  for (std::size_t i = 0; i < m_layer.columns.size(); ++i)
    if (m_layer.columns[i].name == name) return i;
  return std::nullopt;
}

}  // namespace redline
