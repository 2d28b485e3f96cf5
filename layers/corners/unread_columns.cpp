// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/unread_columns.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "layers/corners/degree_columns.hpp"
#include "layers/corners/one_corner.hpp"
#include "layers/corners/point_titles.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;
constexpr std::size_t FEWEST_UNREAD = 3, FEWEST_WITHOUT_TITLE = 2;

Cells at(Cells const& cells, std::vector<std::size_t> const& columns) {
  Cells out;
  for (auto const i : columns)
    if (i < cells.size() && !cells[i].empty()) out.push_back(cells[i]);
  return out;
}

std::optional<OnePlace> place_in(Cells const& cells) {
  if (auto const folded = folded_row(cells)) return place_in_words(*folded);
  return place_in_words(cells);
}

// Points, and what has long numbers of its own.
bool may_hold_corners(std::string const& title) {
  constexpr std::array<std::string_view, 5> OTHERS{"面积", "量", "电话", "证号", "金额"};
  return title_of(title) == TitleOf::others &&
         std::none_of(OTHERS.begin(), OTHERS.end(), [&](auto word) { return title.find(word) != std::string::npos; });
}

}  // namespace

std::string UnreadCornerColumns::title(std::size_t column) const {
  return column < m_titles.size() ? m_titles[column] : std::string{};
}

// The columns of the row that hold coordinates.
void UnreadCornerColumns::add(int n, Cells const& cells, std::vector<std::size_t> const& of,
                              std::string const& corner) {
  if (m_corners.empty()) m_found.line = n;
  m_corners.insert(corner);
  m_found.titles.clear(), m_titled = false;
  for (auto const i : of) {
    if (!holds_coordinate(cells[i])) continue;
    m_titled = m_titled || !title(i).empty();
    m_found.titles.push_back(title(i).empty() ? "#" + std::to_string(i + 1) : title(i));
  }
}

bool UnreadCornerColumns::row(int n, Cells const& cells, std::vector<std::size_t> const& read,
                              std::vector<std::size_t> const& unread) {
  if (m_said) return false;
  std::vector<std::size_t> of;
  std::copy_if(unread.begin(), unread.end(), std::back_inserter(of),
               [&](auto i) { return i < cells.size() && may_hold_corners(title(i)); });
  auto const other = place_in(at(cells, of));
  if (!other) return false;
  for (std::size_t i = 0; i + 1 < read.size(); i += 2)
    if (auto const own = place_in_words(at(cells, {read[i], read[i + 1]})); own && may_be_same(*own, *other))
      return false;
  add(n, cells, of, other->printed);
  m_said = m_corners.size() >= (m_titled ? FEWEST_UNREAD : FEWEST_WITHOUT_TITLE);
  return m_said;
}

}  // namespace redline
