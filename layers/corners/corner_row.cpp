// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/corner_row.hpp"

#include <algorithm>
#include <cctype>

#include "engine/core/letters.hpp"
#include "layers/corners/area_statements.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/hidden_coordinate.hpp"
#include "layers/corners/page_words.hpp"

namespace redline {
namespace {

constexpr std::size_t CORNER = 3;  // cells: a name and two numbers
constexpr std::size_t LONGEST_WORD = 24;
constexpr long LONG = 6;  // digits

bool is_long(std::string const& cell) {
  return cell.find("°") != std::string::npos || std::count_if(cell.begin(), cell.end(), is_digit) >= LONG;
}

// 矿1 may as well be the name of a corner before the number of its ring.
bool is_row_title(std::string const& cell) {
  constexpr std::size_t ONE_CHARACTER = 3;
  if (is_deducted(cell) || (is_bare_number(cell) && std::none_of(cell.begin(), cell.end(), is_digit))) return true;
  auto const words = std::count_if(cell.begin(), cell.end(), [](char c) { return static_cast<signed char>(c) < 0; });
  bool const name = is_name(cell) && static_cast<std::size_t>(words) <= ONE_CHARACTER;
  return !name && !titled_area(cell).empty();
}

std::size_t digits_before_point(std::string const& number) {
  auto const text = narrow(number);
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

// Behind a pair in metres up to four digits before the point are a height, be there ever so many behind it.
bool is_height(std::string const& cell, std::string const& coordinate) {
  constexpr std::size_t METRES = 6, HIGHEST = 4;
  auto const text = narrow(cell);
  return is_number(cell) && text.find("°") == std::string::npos && digits_before_point(coordinate) >= METRES &&
         digits_before_point(text.substr(text.starts_with('-') ? 1 : 0)) <= HIGHEST;
}

// A number as long as one; of words, one that they may hide.
bool may_be_coordinate(std::string const& cell) {
  bool const words = std::any_of(cell.begin(), cell.end(), [](char c) { return static_cast<signed char>(c) < 0; });
  return is_long(cell) && (!words || is_number(cell) || hides_coordinate(cell));
}

}  // namespace

// Northings have seven digits before the point, eastings six or, with a zone, eight.
bool is_coordinate_pair(std::string const& a, std::string const& b) {
  if (!two_numbers(a, b) || !is_long(a) || !is_long(b)) return false;
  auto const m = digits_before_point(a), n = digits_before_point(b);
  if (m <= 3 && n <= 3) return true;
  return std::min(m, n) >= 6 && std::max(m, n) <= 8 && m != n && (m == 7 || n == 7);
}

bool is_named_by_words(std::vector<std::string> const& row) {
  return row.size() == CORNER && !row[0].empty() && row[0].size() <= LONGEST_WORD &&
         std::none_of(row[0].begin(), row[0].end(), is_digit) && is_coordinate_pair(row[1], row[2]);
}

bool has_rest(std::vector<std::string> const& row) {
  return row.size() > CORNER && (is_name(row[0]) || is_named_by_words({row.begin(), row.begin() + CORNER})) &&
         two_numbers(row[1], row[2]) && is_long(row[1]) && is_long(row[2]) &&
         std::none_of(row.begin() + CORNER, row.end(),
                      [&](auto const& cell) { return may_be_coordinate(cell) && !is_height(cell, row[1]); });
}

std::optional<std::vector<std::string>> surveyed_row(std::vector<std::string> const& row) {
  constexpr std::size_t CELLS = 5;
  bool const corner = row.size() == CELLS && is_name(row[0]) && !is_long(row[1]) &&
                      is_coordinate_pair(row[2], row[3]) && is_height(row[4], row[2]);
  if (!corner) return std::nullopt;
  std::vector<std::string> out{row[0], row[2], row[3], row[4]};
  if (!row[1].empty()) out.push_back(row[1]);
  return out;
}

bool has_name_and_more(std::vector<std::string> const& row) {
  return row.size() >= CORNER && is_name(row[0]) && std::any_of(row.begin() + 1, row.end(), is_number);
}

bool has_two_long_numbers(std::vector<std::string> const& row) {
  return std::count_if(row.begin(), row.end(), has_many_digits) >= 2;
}

bool is_corner_of(std::optional<CornerColumns> const& columns, std::vector<std::string> const& row) {
  return columns && !columns->repeats && row.size() == columns->cells && is_name(cell_at(row, columns->name)) &&
         is_coordinate_pair(cell_at(row, columns->first), cell_at(row, columns->second));
}

std::optional<TitledRow> titled_row(std::vector<std::string> const& row) {
  if (row.size() <= CORNER || !is_row_title(row[0])) return std::nullopt;
  TitledRow out{row[0], {row.begin() + 1, row.end()}};
  auto const& r = out.row;
  bool const corner = is_name(r[0]) && (is_coordinate_pair(r[1], r[2]) || folded_row(r));
  return corner ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace redline
