// A register one of whose columns holds the corners of a right as a string (区域坐标, 范围坐标, 拐点坐标, 坐标串): CSV,
// text with tabs (also copied out of Excel, with its quotes), or the rows of a sheet; with a heading, or told by the
// strings. Each line is a parcel with its licence number, name, mineral and area; a line whose string is bad fails
// alone. Strings are read by region_string.hpp.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

bool looks_like_register(std::vector<std::string> const& lines);
bool looks_like_register_rows(std::vector<std::vector<std::string>> const& rows);
void parse_register(std::vector<std::string> const& lines, std::string const& layer, CornerList& out);
void parse_register_rows(std::vector<std::vector<std::string>> const& rows, std::string const& layer, CornerList& out);

}  // namespace redline
