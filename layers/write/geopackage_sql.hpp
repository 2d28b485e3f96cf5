// The SQL that the GeoPackage standard (OGC 12-128, version 1.2) and its extensions R-tree and schema ask for, and
// GDAL's table of feature counts. Nothing here depends on the clock. Titles of columns and tables are the texts
// `column.NAME`, `column.NAME.about` and `table.NAME` in the language given.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/core/text.hpp"
#include "layers/write/geopackage_table.hpp"
#include "layers/write/sqlite.hpp"

namespace redline {

// The standard asks for a time; this one is the same for all, so that the same rows make the same bytes.
inline constexpr char const* LAST_CHANGE = "2000-01-01T00:00:00.000Z";

std::string rtree_name(TableSpec const& spec);
void create_standard_tables(Database& db);
void create_table(Database& db, TableSpec const& spec);
void create_view(Database& db, ViewSpec const& view, Language language);  // and registers it
void register_table(Database& db, TableFiller const& filled, Language language);
std::size_t create_rtree(Database& db, TableSpec const& spec);  // empty; entries of a node
void create_count_triggers(Database& db, TableSpec const& spec);
void create_rtree_triggers(Database& db, TableSpec const& spec);

}  // namespace redline
