// The tables of the store. Columns are only ever added, at the end of a table; those of `records` and `tasks` between
// the first and the last ones named here are the meanings of columns (meanings.hpp).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "layers/write/geopackage_table.hpp"

namespace redline {

enum StoreTable : std::size_t { STORE_RECORDS, STORE_TASKS, STORE_ROWS, STORE_IMPORTS, STORE_ROWS_AGAIN, STORE_TOTALS };

std::vector<TableSpec> const& store_tables();
std::vector<std::string> const& store_indexes();  // SQL

}  // namespace redline
