// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/two_row_heading.hpp"

#include <algorithm>
#include <utility>

namespace redline {
namespace {

using Cells = std::vector<std::string>;

bool has_empty(Cells const& cells) {
  return std::any_of(cells.begin(), cells.end(), [](auto const& c) { return c.empty(); });
}

}  // namespace

std::optional<TwoRowHeading> heading_below(Cells const& above, Cells const& cells) {
  if (!heading(cells)) return std::nullopt;
  Cells headed = cells;
  for (std::size_t i = 0; i < std::min(headed.size(), above.size()); ++i)
    if (headed[i].empty()) headed[i] = above[i];
  auto columns = heading(headed);
  if (!columns) return std::nullopt;
  return TwoRowHeading{std::move(*columns), std::move(headed)};
}

std::optional<SheetInText> sheet_in_text(std::vector<std::string> const& lines) {
  Cells above;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto cells = cells_of(lines[i], true);
    bool const below = above.size() >= 2 && above.size() <= cells.size() && has_empty(above) && has_empty(cells);
    if (auto const h = below ? heading_below(above, cells) : std::nullopt; h && h->columns.pairs.size() > 1)
      return SheetInText{cells.size(), i - 1, h->columns};
    above = std::move(cells);
  }
  return std::nullopt;
}

std::optional<Cells> sheet_cells(SheetInText const& sheet, std::size_t line, std::string const& text) {
  auto cells = cells_of(text, true);
  if (cells.size() != sheet.width && line != sheet.over) return std::nullopt;
  cells.resize(sheet.width);
  return cells;
}

}  // namespace redline
