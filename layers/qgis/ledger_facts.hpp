// What a project must know of a ledger: which values occur in the columns that maps are drawn by, where the reserves
// lie, and the facts of the run. Bounds are longitude and latitude (EPSG:4490). Errors: read.missing {path},
// write.not_a_ledger {path, reason}, both of kind input.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "engine/geometry/bounds.hpp"
#include "layers/qgis/palette.hpp"

namespace redline {

struct MappedReserve {
  std::string name;
  Bounds bounds;  // empty: nobody knows
};

struct LedgerFacts {
  // per table, in the order of its rules: the number of features that a rule draws
  std::map<std::string, std::vector<long>, std::less<>> drawn;
  std::map<std::string, std::string> run;  // manifest
  Bounds extent;                           // of all spatial layers
  std::vector<MappedReserve> reserves;     // those of the register in force, then others of the basemap
};

// Names, and extents of reserves without boundaries, come from register_file (empty: the built-in register).
LedgerFacts read_ledger_facts(std::string const& path, std::string const& register_file = {});

}  // namespace redline
