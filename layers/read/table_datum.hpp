// The datum that a table states of itself (stated_datum.hpp), looked for in its headings, titles, names, its column of
// systems and the notes between and below its rows. Reading begins anew behind it.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "layers/read/gdal_source.hpp"

namespace redline {

void refuse_other_datum(GdalSourceParts const& table, std::string const& crs);

}  // namespace redline
