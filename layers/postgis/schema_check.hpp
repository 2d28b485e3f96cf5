// What stands in a schema before it is written to or read from. It may be written to if it is absent, empty, or holds a
// ledger; what others put beside a ledger is theirs and stays. Errors (of the connection's kind): pg.foreign {address,
// tables}, pg.exists {address}, pg.no_right_to_create {address}, pg.not_owner {address, table, owner},
// pg.other_version {address, table, column}, pg.no_ledger {address}.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>

#include "layers/postgis/connection.hpp"

namespace redline {

enum class SchemaState { absent, empty, ledger };

struct SchemaContent {
  SchemaState state = SchemaState::absent;
  std::map<std::string, std::string> relations;  // name, PostgreSQL's kind: r table, v view, …
  bool has(std::string const& table) const { return relations.count(table) != 0; }
};

SchemaContent writable_schema(PgConnection& db, bool overwrite);
void require_ledger(PgConnection& db);  // complete, of today's columns

}  // namespace redline
