// How the degrees of a table are written (degrees_said.hpp), looked for in its headings, titles, the names of sheet and
// file, and the rows without coordinates: sets CoordinateColumns::pointed. Reading begins anew behind it.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/read/gdal_source.hpp"

namespace redline {

void read_degrees_as_said(GdalSourceParts& table);

}  // namespace redline
