// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/header_rows.hpp"

#include <algorithm>

#include "engine/restoration/amount.hpp"
#include "layers/restoration/row_columns.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;

bool holds_digit(std::string const& cell) {
  return std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Columns that share one upper name; a name that stands at the left end only is spread over them.
std::vector<bool> shared(Cells& header, Cells const& below) {
  std::vector<bool> out(header.size());
  for (std::size_t c = 1; c < header.size(); ++c) {
    if (header[c].empty() && !below[c].empty()) header[c] = header[c - 1];
    if (header[c].empty() || header[c] != header[c - 1]) continue;
    out[c] = out[c - 1] = true;
  }
  return out;
}

std::string name_of(std::string const& upper, std::string const& lower, Known const& known) {
  if (lower.empty() || lower == upper) return upper;
  if (unit_of(lower)) return upper + "（" + lower + "）";
  auto const [name, unit] = heading_of_column(upper);
  auto const behind = unit.empty() || !heading_of_column(lower).unit.empty() ? "" : "（" + unit + "）";
  for (auto const& text : {lower, lower + name, name + lower})
    if (known(text + behind)) return text + behind;
  return upper + "·" + lower;
}

}  // namespace

std::optional<Cells> combined(Cells header, Cells const& cells, Known const& known) {
  auto below = cells;
  below.resize(std::max(below.size(), header.size()));
  if (below.size() > header.size() || std::any_of(below.begin(), below.end(), holds_digit)) return std::nullopt;
  auto const several = shared(header, below);
  bool any = false;
  for (std::size_t c = 0; c < header.size(); ++c) {
    if (!several[c] && !below[c].empty() && below[c] != header[c]) return std::nullopt;
    any = any || (several[c] && !below[c].empty() && below[c] != header[c]);
  }
  if (!any) return std::nullopt;
  for (std::size_t c = 0; c < header.size(); ++c) header[c] = name_of(header[c], below[c], known);
  return header;
}

}  // namespace redline
