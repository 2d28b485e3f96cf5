// Degrees, minutes and seconds in columns of their own: the first column alone is tens of kilometres off, so the table
// is refused. Told by a row of units (度, 分, 秒) below the header, or by whole degrees in all rows with titles (分,
// 经度(分), 东经′) or values below 60 in the columns behind both degrees: Error(input, "read.degrees_in_parts"); unless
// the user names the columns, by whole degrees alone: "read.whole_degrees".
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
