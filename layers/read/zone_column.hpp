// The column of a table that holds the Gauss–Krüger zone of each row: named 带号, 坐标带, 分带, 3度带号, 中央子午线,
// L0 and the like. zone_number reads a cell: 28, 28带, 3度带第28带, and of a meridian (84, 84°E) the number of its 3°
// zone. The column counts where it has several numbers, or one that is not the zone of `crs`, the CRS that was stated:
// then the numbers go before eastings that lack them (read.zone_column, a warning).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "layers/read/coordinate_columns.hpp"

namespace redline {

int zone_column(std::vector<std::string> const& names, CoordinateColumns const& found);  // -1: none
std::optional<int> zone_number(std::string const& cell);
bool zone_column_counts(std::set<int> const& numbers, std::string const& crs);
CoordinateColumns with_zone_column(CoordinateColumns columns, std::vector<std::string> const& names, int zone,
                                   std::set<int> const& numbers, TableName const& table, Findings& findings);

}  // namespace redline
