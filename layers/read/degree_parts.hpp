// Degrees, minutes and seconds in columns of their own: the first column alone is tens of kilometres off, so the table
// is refused. Told by titles (分, 经度(分), 东经′), by a row of units below the header, by values below 60 in the
// columns behind both degrees, or, unless the user names the columns, by whole degrees in all rows. Error(input,
// "read.degrees_in_parts" or "read.whole_degrees").
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/read/coordinate_columns.hpp"

namespace redline {

using RowsOfCells = std::vector<std::vector<std::string>>;

void refuse_degree_parts(CoordinateColumns const& columns, std::vector<std::string> const& names,
                         RowsOfCells const& rows, TableName const& table);

}  // namespace redline
