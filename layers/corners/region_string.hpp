// One line of text that holds all corners of a right, as databases keep them.
// 采矿权 区域坐标: RINGS, then per ring N, N × (name, X = north, Y = east), four tail values (the last 1: shell, else
// hole; the first two seem to be the depths). 探矿权 区域坐标: RINGS, then per ring N, N × (longitude, latitude), three
// tail values (the middle one 0: shell, else hole). Pairs X,Y;X,Y;… of the planning standard: longitude first. A line
// that declares more than it holds was cut (fields of 255 characters) and fails with what is missing. Each line is a
// parcel.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

bool looks_like_region_strings(std::vector<std::string> const& lines);
// A row of a register of them (register_table.hpp): `text` is read like a line, an entry has to be a string.
struct StringRow {
  enum Kind { text, titles, entry, other, beside, moved } kind = text;  // other: only another column has its corners
  std::string line = {};                                                // of `other`: the column
  std::string datum = {};                                               // beside an entry; of the used column
  std::string cell = {};  // as it is, in its lines; of a heading and of `other`: the columns that are not used
};
void parse_region_rows(std::vector<StringRow> const& rows, std::string const& layer, CornerList& out);
void parse_region_strings(std::vector<std::string> const& lines, std::string const& layer, CornerList& out);

}  // namespace redline
