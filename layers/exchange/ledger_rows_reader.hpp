// The rows of one spatial layer of a ledger in the order of their numbers: values by column of its TableSpec, geometry
// as WKB in EPSG:4490 (empty where the row has no place, as contacts). Views hold until the next next().
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layers/write/geopackage_table.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {

std::vector<TableSpec const*> spatial_layers();  // of every ledger
std::int64_t rows_of_layer(Database& ledger, TableSpec const& layer);

class LedgerRows {
 public:
  LedgerRows(Database& ledger, TableSpec const& layer, std::string const& where = {});
  bool next() { return m_rows.step(); }
  TableSpec const& layer() const { return m_layer; }
  bool null(std::size_t column) const { return m_rows.column_null(static_cast<int>(column)); }
  std::string_view text(std::size_t column) const { return m_rows.column_text(static_cast<int>(column)); }
  double real(std::size_t column) const { return m_rows.column_real(static_cast<int>(column)).value_or(0); }
  std::int64_t integer(std::size_t column) const { return m_rows.column_integer(static_cast<int>(column)); }
  std::span<unsigned char const> wkb() const;
  std::optional<std::size_t> column(std::string_view name) const;

 private:
  TableSpec const& m_layer;
  Statement m_rows;
};

}  // namespace redline
