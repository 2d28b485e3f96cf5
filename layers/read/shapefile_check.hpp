// A shapefile is three files that must agree. Throws Error(input, "read.damaged_…") where .shx or .dbf is missing, a
// file is shorter than its header says, or the counts of shapes and records differ; gives what one pass over the .dbf
// tells.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "layers/read/dbf_scan.hpp"

namespace redline {

DbfScan check_shapefile(std::string const& shp);

}  // namespace redline
