// Headings over two rows: 1980西安坐标系 over X and Y, merged cells empty. heading_below() is the one of a row with
// what stands above its empty cells. sheet_in_text(): where lines of a text, by tabs or commas, have such a heading
// over several pairs of coordinates; they are rows of a sheet then, and sheet_cells() are their cells.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layers/corners/printed_row.hpp"

namespace redline {

struct TwoRowHeading {
  CornerColumns columns;
  std::vector<std::string> cells;
};

struct SheetInText {
  std::size_t width = 0, over = 0;  // over: the line above the heading, from 0
  CornerColumns columns;
};
std::optional<TwoRowHeading> heading_below(std::vector<std::string> const& above,
                                           std::vector<std::string> const& cells);
std::optional<SheetInText> sheet_in_text(std::vector<std::string> const& lines);
std::optional<std::vector<std::string>> sheet_cells(SheetInText const& sheet, std::size_t line,
                                                    std::string const& text);

}  // namespace redline
