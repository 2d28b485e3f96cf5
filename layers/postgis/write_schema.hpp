// Writes a ledger that lies in a GeoPackage into a schema of PostGIS, in one transaction: whoever reads sees the old
// ledger until it is all there, then the new one, at any level of isolation; nobody who reads is made to wait. Tables
// that are there are emptied and filled, so that rights, views and comments of others on them stay. check: what can be
// known before the work is done. Errors of kind output: those of connection.hpp and schema_check.hpp,
// write.unbalanced {table, added, found}.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>

#include "engine/core/progress.hpp"
#include "engine/core/text.hpp"
#include "layers/postgis/address.hpp"
#include "layers/write/run_sidecar.hpp"

namespace redline {

struct SchemaOptions {
  bool overwrite = false;
  Language language = Language::zh;  // of comments
  RunSidecar facts;                  // a row of run_log
  Progress* progress = nullptr;
};

struct SchemaWritten {
  std::string styles_not_shared;  // why QGIS will not find the styles by itself; empty: it will
};

void check_schema_place(PostgisAddress const& address, bool overwrite);
SchemaWritten write_schema(std::string const& geopackage, PostgisAddress const& address, SchemaOptions const& options);

}  // namespace redline
