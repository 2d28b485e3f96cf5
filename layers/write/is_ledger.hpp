// Whether a file is a ledger, of this format or a later one: told by what is inside, not by its name. False for what is
// not there, cannot be read, or is damaged.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

bool is_ledger(std::string const& path);
bool is_database_file(std::string const& path);  // of SQLite, by its first bytes: a GeoPackage is one

}  // namespace redline
