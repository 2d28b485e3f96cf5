// Where a ledger lies in PostGIS: "PG:host=… dbname=… schemas=NAME" as GDAL writes it (or postgresql://…?schemas=NAME),
// taken apart. One schema, by name as it is (no folding of case). The password is in no text made here. Errors (kind
// usage): pg.address, pg.no_schema {shown}, pg.schema_name {schema}.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "engine/core/error.hpp"

namespace redline {

struct PostgisAddress {
  std::vector<std::pair<std::string, std::string>> words;  // as libpq takes them, the password among them
  std::string schema;
  std::string shown;  // as messages name it

  std::string word(std::string const& key) const;  // empty where not given
};

PostgisAddress postgis_address(std::string const& given);

// Whether a layer of PostGIS to be read ("PG:…:SCHEMA.TABLE") lies in the schema of this address, as far as words tell.
bool reads_from(std::string const& source, PostgisAddress const& address);

}  // namespace redline
