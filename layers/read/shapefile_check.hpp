// A shapefile is three files that must agree. Throws Error(input, "read.damaged") where .shx or .dbf is missing, the .shp is shorter
// than its header or its index says, or the counts of index and table differ; gives the number of features it must have.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>

namespace redline {

std::uint64_t check_shapefile(std::string const& shp);

}  // namespace redline
