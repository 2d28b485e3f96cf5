// Rows without a heading that are corners by what they hold: a name of words before a pair of coordinates (西南 X Y,
// 起点 X Y), what stands behind a corner (1 X Y 井口, 1 X Y 标高1200), which is none of its numbers, and a title before
// its number (矿区一 1 X Y).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layers/corners/printed_row.hpp"

namespace redline {

bool is_coordinate_pair(std::string const& a, std::string const& b);  // two that lie in China by their size
bool is_named_by_words(std::vector<std::string> const& row);
bool has_rest(std::vector<std::string> const& row);  // name, pair, and more that is no coordinate
// 1,,Y,X,H of instruments and survey software: number, code (or none), pair, height. The code comes last.
std::optional<std::vector<std::string>> surveyed_row(std::vector<std::string> const& row);

// Meant as corners of a table, though one of their coordinates cannot be read.
bool has_name_and_more(std::vector<std::string> const& row);
bool has_two_long_numbers(std::vector<std::string> const& row);

// A row of the table, whatever is written in its other columns.
bool is_corner_of(std::optional<CornerColumns> const& columns, std::vector<std::string> const& row);

struct TitledRow {
  std::string title;
  std::vector<std::string> row;  // behind it
};
std::optional<TitledRow> titled_row(std::vector<std::string> const& row);

}  // namespace redline
