// The tables of a ledger in PostgreSQL: the same names and columns as in the GeoPackage, with types of their own. Only
// layer_styles is called `styles` here: QGIS looks for a table of the name layer_styles wherever it lies and then reads
// the one of the search path (shared_styles.hpp). The table run_log, one row per writing, says who, when and how long.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "engine/core/text.hpp"
#include "layers/write/geopackage_table.hpp"

namespace redline {

constexpr char const* RUN_LOG = "run_log";

std::string schema_table(TableSpec const& spec);
std::string in_schema(std::string const& schema, std::string const& table);  // both in double quotes
std::string copied_columns(TableSpec const& spec);                           // key, columns, geometry
// name, type as PostgreSQL prints it
std::vector<std::pair<std::string, std::string>> columns_of(TableSpec const& spec);

std::string create_table_sql(std::string const& schema, TableSpec const& spec);
std::string index_sql(std::string const& schema, TableSpec const& spec);  // after the filling
std::string create_view_sql(std::string const& schema, ViewSpec const& view);
std::string comment_sql(std::string const& schema, TableSpec const& spec, Language language, bool view);
std::vector<std::pair<std::string, std::string>> const& run_log_columns();  // name, type
std::string run_log_sql(std::string const& schema, Language language);

}  // namespace redline
