// The geometry of one row of a table. A row whose coordinates cannot be used keeps its place with an empty geometry and
// a geometry_problem: no number, 0 and 0, or the two exchanged against the rest of the table.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "layers/read/coordinate_columns.hpp"
#include "layers/read/feature_source.hpp"

namespace redline {

void point_of_row(CoordinateColumns const& columns, std::string const& x, std::string const& y, RawFeature& out,
                  std::optional<int> zone = {});  // to be put before an easting of six digits
void geometry_of_wkt(std::string const& wkt, RawFeature& out, std::optional<int> zone = {});  // vertices likewise

}  // namespace redline
