// The cells of one row of a printed list and what its heading calls them. Signs of degrees keep spaces inside a cell.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layers/corners/corner_list.hpp"
#include "layers/corners/degree_columns.hpp"

namespace redline {

inline constexpr std::size_t LONGEST_ROW = 2000;  // bytes; a longer line has no cells

struct CoordinatePair {
  std::size_t first = 0, second = 0;  // as CornerColumns
  std::size_t from = 0, to = 0;       // as printed
  AxisOrder order = AxisOrder::unknown;
};

struct CornerBlock {  // the columns of one of several corners in a row
  std::size_t name = 0, first = 0, second = 0;
};

struct CornerColumns {
  int name = -1, mark = -1, first = -1, second = -1;
  int parcel = -1, parcel_name = -1;
  int serial = -1;  // 序号 beside another column with the numbers of the corners
  AxisOrder order = AxisOrder::unknown;
  std::size_t cells = 0, printed = 0;  // printed: before degrees, minutes and seconds were made one
  DegreeGroups degrees;
  std::vector<CoordinatePair> pairs;            // all there are, X and Y first
  bool names_corners = false, repeats = false;  // repeats: two corners per row, or more
  std::vector<CornerBlock> blocks;              // then, where each has its own column of numbers before its pair
  bool compares = false;                        // the same corners on several datums
  bool names_parcels() const { return parcel >= 0 || parcel_name >= 0; }
};

std::vector<std::string> split_quoted(std::string const& text, std::string const& separator);  // as in a CSV
std::vector<std::string> cells_of(std::string const& line, bool keep_empty_ends = false);
std::optional<CornerColumns> heading(std::vector<std::string> const& cells);  // none: no heading
bool names_datums(std::vector<std::string> const& heading);  // its digits are those of datums, X(1980), not corners
bool is_number(std::string const& cell);
bool two_numbers(std::string const& a, std::string const& b);
bool has_many_digits(std::string const& cell);  // four or more
// Of a list of degrees in three columns, a row that would pass for another kind: 3 83 01 44 35 59.917.
bool lacks_degrees(std::vector<std::string> const& cells);
std::string cell_at(std::vector<std::string> const& cells, int column);  // empty for a column below 0
// Why a row that was meant as a corner is none.
Message row_fault(std::vector<std::string> const& filled, std::vector<std::string> const& all,
                  std::optional<CornerColumns> const& columns);
std::string joined(std::vector<std::string> const& cells);
std::vector<std::string> filled(std::vector<std::string> cells);  // those that are not empty
bool is_name(std::string const& cell);                            // short, as corners are numbered
std::string corner_name(std::string const& cell);                 // ① is 1

}  // namespace redline
