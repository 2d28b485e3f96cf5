// Brings the ledger of a schema of PostGIS into a GeoPackage, as of one moment: the same tables and rows as the one it
// was written from. Errors of kind input: those of connection.hpp and schema_check.hpp; AtomicFile's.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "layers/postgis/address.hpp"

namespace redline {

void read_schema(PostgisAddress const& address, std::string const& geopackage);

}  // namespace redline
