// Styles as QGIS finds them in PostgreSQL: rows of public.layer_styles, keyed by database, schema, table and geometry
// column. Made as QGIS makes it where it is missing; rows named "redline" of this schema are replaced, all others stay,
// and one that a user made the default stays the default. Returns why it could not be done (empty: done); the
// transaction goes on either way.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "layers/postgis/connection.hpp"

namespace redline {

std::string share_styles(PgConnection& db);  // those that the schema holds

}  // namespace redline
