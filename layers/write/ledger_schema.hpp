// The tables of a ledger: names, columns and their order, as users' scripts and QGIS projects rely on them. Columns are
// only ever added, at the end of a table. LedgerTable gives the place of each table in ledger_tables().
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "layers/write/geopackage_table.hpp"

namespace redline {

inline constexpr char const* LEDGER_FORMAT = "redline-ledger/1";  // the row `format` of the table run

enum LedgerTable : std::size_t {
  CONFLICT_POINTS,  // the three of a kind stand in the order of their dimension 0, 1, 2
  CONFLICT_LINES,
  CONFLICT_AREAS,
  ACTIVITY_POINTS,
  ACTIVITY_LINES,
  ACTIVITY_AREAS,
  BASEMAP,
  FINDINGS,
  PROXIMITY,
  RIGHTS_OVERLAPS,
  LAYERS_CHECKED,
  ROWS,
  SUMMARY,
  DECISIONS,
  RUN,
  LAYER_STYLES,
};

std::vector<TableSpec> const& ledger_tables();
// conflicts: the three layers, with numbers of their own, as one table; activity_checks and balance: from what the rows
// of the activities hold.
std::vector<ViewSpec> const& ledger_views();
std::vector<IndexSpec> const& ledger_indexes();

}  // namespace redline
