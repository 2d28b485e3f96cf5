// A corner list as licences and reports print it: a row per corner with its number and two coordinates (X/Y, 经度/纬度,
// DMS in any glyph), split by tabs, commas, bars or spaces; with or without a heading; also two corners per row. A
// heading names the columns, also one of parcels (地块, 矿区, 许可证, …), each of which becomes a parcel; X and Y
// without more are left to magnitude. A table under a title of its own, numbered anew, is a parcel too. Lines without
// coordinates are ignored with a finding, but what they say of 坐标系, 分带, 带号, 中央经线 and 面积 is kept.
// …_rows: the same from the cells of a sheet, all rows of one length, empty ones where cells are merged.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

bool looks_like_printed_list(std::vector<std::string> const& lines);  // three rows that can be read
bool looks_like_printed_rows(std::vector<std::vector<std::string>> const& rows);
bool has_corner_heading(std::vector<std::string> const& lines);  // 点号 or the like beside two coordinates
void parse_printed_list(std::vector<std::string> const& lines, std::string const& layer, CornerList& out);
void parse_printed_rows(std::vector<std::vector<std::string>> const& rows, std::string const& layer, CornerList& out,
                        std::vector<std::string> const& letters = {});  // of the columns, for messages

}  // namespace redline
