// Compares a ledger with another one of the same inputs, table by table (all but layer_styles, which QGIS edits): rows
// by their key whatever their order, every column and geometry exactly. Rows that share a key are paired in order after
// equal ones are taken out. Values of `settled` keys of table run are not compared.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>

#include "layers/verify/difference.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {

void compare_ledgers(Database& file, Database& recomputed, std::set<std::string> const& settled, Verification& out);

}  // namespace redline
