// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/heading_cells.hpp"

#include <algorithm>

#include "layers/restoration/below_header.hpp"
#include "layers/restoration/header_groups.hpp"
#include "layers/restoration/row_columns.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;

bool of_time(std::string const& cell) { return header_group(cell).in_time() || part_of_year(cell).months > 0; }

bool figure_of_time(std::string const& cell, Known const& known) {
  return known("本年" + without_done(heading_of_column(cell).name));
}

bool bare_time(std::string const& upper, Known const& known) { return of_time(upper) && !known(upper); }

bool dash(std::string const& cell) {  // -, —, /, 无
  constexpr std::size_t WIDEST = 6;
  return heading_of_column(cell).name.size() < WIDEST;
}

}  // namespace

bool of_data(std::string const& cell) {
  bool const digit = std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digit || part_of_year(cell).months > 0 || !unit_alone(cell).empty()) return false;
  return header_group(cell).kind == GroupKind::other || cell.find("年") == std::string::npos;
}

bool divides(std::string const& upper, std::string const& lower, Known const& known) {
  if (of_time(upper) && figure_of_time(lower, known)) return true;
  if (of_time(lower) && figure_of_time(upper, known)) return true;
  return known(lower) && !known(upper);
}

bool looks_like_headings(Cells const& header, Cells const& cells, Known const& known) {
  if (std::any_of(cells.begin(), cells.end(), of_data)) return false;
  constexpr std::ptrdiff_t FEWEST = 2;
  std::ptrdiff_t all = 0, headings = 0, words = 0;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    auto const upper = c < header.size() ? header[c] : std::string{};
    if (cells[c].empty() || cells[c] == upper) continue;
    ++all;
    headings += known(cells[c]) || of_time(cells[c]) || !unit_alone(cells[c]).empty() ? 1 : 0;
    words += bare_time(upper, known) && !dash(cells[c]) ? 1 : 0;
  }
  return std::max(headings, words) >= FEWEST && (headings * 2 > all || words == all);
}

}  // namespace redline
