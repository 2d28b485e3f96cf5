// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/unused_columns.hpp"

#include <algorithm>
#include <utility>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/degree_columns.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/unread_coordinates.hpp"

namespace redline {

void UnusedColumns::heading(std::vector<std::string> const& cells, CornerColumns const& h,
                            std::optional<RegisterColumns> const& said) {
  m_used = said ? columns_of_parcels(*said) : std::vector<int>{};
  m_used.insert(m_used.end(), {h.name, h.mark, h.first, h.second, h.parcel, h.parcel_name, h.serial});
  for (auto const& b : h.blocks)
    for (auto const column : {b.name, b.first, b.second}) m_used.push_back(static_cast<int>(column));
  m_terms = said ? said->terms : std::vector<TermColumn>{};
  m_heading = folded_heading(cells, h.degrees);
  m_heading.resize(std::max(m_heading.size(), h.cells));
  m_corners.clear();
  columns_of_corners(h);
}

// Of several pairs that the heading names one is read, of several corners in a row all are; those of several datums are
// one corner.
void UnusedColumns::columns_of_corners(CornerColumns const& h) {
  m_read.clear(), m_others.assign(1, {});
  for (auto const& p : h.pairs) {
    bool const read = h.repeats || static_cast<int>(p.first) == h.first;
    if (!read && h.compares) continue;
    auto& columns = read ? m_read : m_others.emplace_back();
    columns.insert(columns.end(), {p.first, p.second});
  }
  for (std::size_t i = 0; i < m_heading.size(); ++i) {
    bool const used = std::find(m_used.begin(), m_used.end(), static_cast<int>(i)) != m_used.end();
    bool const paired =
        std::any_of(h.pairs.begin(), h.pairs.end(), [&](auto const& p) { return i == p.first || i == p.second; });
    if (!used && !paired) m_others[0].push_back(i);
  }
}

void UnusedColumns::row(int n, CornerColumns const& h, std::vector<std::string> const& cells) {
  several(n, cells);
  for (int i = 0; i < static_cast<int>(cells.size()); ++i) {
    bool const used =
        i == h.name || i == h.mark || i == h.first || i == h.second || i == h.parcel || i == h.parcel_name;
    if (!used) look(n, i, cell_at(cells, i));
  }
}

void UnusedColumns::several(int n, std::vector<std::string> const& cells) {
  say(n, cells);
  say_corners(n, cells);
  auto const at = cell_of_outline(cells);
  if (!at) return;
  auto const column = static_cast<int>(*at);
  auto const title = *at < m_heading.size() ? m_heading[*at] : std::string{};
  say_unread(n, cells[*at], title.empty() ? "#" + std::to_string(column + 1) : title);
}

void UnusedColumns::say_corners(int n, std::vector<std::string> const& cells) {
  auto const titles = [&](std::vector<std::size_t> const& columns) {
    std::vector<std::string> out;
    for (auto const i : columns) out.push_back(m_heading[i]);
    return shortened(joined_titles(out));
  };
  m_corners.resize(m_others.size(), UnreadCornerColumns(m_heading));
  for (std::size_t i = 0; i < m_others.size(); ++i)
    if (m_corners[i].row(n, cells, m_read, m_others[i]))
      m_book->find("corner.columns_unread", Severity::warning, m_corners[i].found().line,
                   {shortened(joined_titles(m_corners[i].found().titles)), titles(m_read)});
}

void UnusedColumns::rest(int n, std::string const& text) {
  if (cell_of_outline({text})) say_unread(n, text, text);
  look(n, REST, text);
}

// Once where it is written again in each row.
void UnusedColumns::say_unread(int n, std::string const& text, std::string const& title) {
  if (m_unread.insert(text).second) m_book->find("corner.column_unread", Severity::warning, n, {shortened(title)});
}

void UnusedColumns::look(int n, int column, std::string const& text) {
  if (m_parcels->outline(m_last[column], text)) return void(m_last[column] = text);
  if (is_number(text) || !(is_part_word(text) || is_deducted(text))) return;
  auto const before = std::exchange(m_last[column], text);
  if (before != text) m_parcels->remark(n, before, text);
}

// A 标高 that is one number is that of a corner.
void UnusedColumns::say(int n, std::vector<std::string> const& cells) {
  if (m_heading.empty() || m_said) return;
  for (auto const& t : m_terms)
    if (may_be_heights(t.heading) && is_one_number(cell_at(cells, t.column))) std::erase(m_used, t.column);
  auto const titles = titles_without(m_heading, m_used);
  if (titles.empty()) return;
  m_said = true;
  m_book->find("corner.extra_columns", Severity::info, n,
               {std::to_string(titles.size()), shortened(joined_titles(titles))});
}

}  // namespace redline
