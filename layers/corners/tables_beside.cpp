// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/tables_beside.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "layers/corners/corner_pairs.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/printed_row.hpp"
#include "layers/corners/several_corners.hpp"
#include "layers/corners/titles_beside.hpp"
#include "layers/corners/two_row_heading.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;

constexpr std::size_t CELLS_OF_CORNER = 3, FEWEST_CELLS = 6, TITLE_ROWS = 3;

bool is_blank(Cells const& row) { return filled(row).empty(); }

bool holds_pair(Cells const& row) {
  for (std::size_t i = 0; i + 1 < row.size(); ++i)
    if (has_many_digits(row[i]) && two_numbers(row[i], row[i + 1])) return true;
  return false;
}

// Tables of one width begin where the first one does, also with a column before their numbers.
void settle_ends(std::vector<SpanOfTable>& tables, std::size_t width) {
  auto const step = tables[1].name - tables[0].name;
  bool even = tables[0].name < step && tables.size() * step >= width;
  for (std::size_t i = 1; i < tables.size(); ++i) even = even && tables[i].name == tables[0].name + i * step;
  for (std::size_t i = 0; i < tables.size(); ++i)
    tables[i].begin = i == 0 ? 0 : even ? i * step : std::min({tables[i].name, tables[i].first, tables[i].second});
  for (std::size_t i = 0; i < tables.size(); ++i)
    tables[i].end = i + 1 < tables.size() ? tables[i + 1].begin : std::max(width, tables[i].begin + CELLS_OF_CORNER);
}

std::vector<SpanOfTable> tables_of(std::vector<CornerBlock> const& blocks, std::size_t width) {
  std::vector<SpanOfTable> out;
  out.reserve(blocks.size());
  for (auto const& b : blocks) out.push_back({0, 0, b.name, b.first, b.second});
  settle_ends(out, width);
  return out;
}

std::vector<SpanOfTable> tables_of_row(Cells const& row) {
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < row.size(); ++i)
    if (!row[i].empty()) at.push_back(i);
  std::vector<SpanOfTable> out;
  for (std::size_t i = 0; i + 2 < at.size(); i += CELLS_OF_CORNER) out.push_back({0, 0, at[i], at[i + 1], at[i + 2]});
  settle_ends(out, row.size());
  return out;
}

class Finder {
 public:
  explicit Finder(std::vector<Cells> const& rows) : m_rows(&rows) {}

  std::vector<TablesBeside> find() {
    std::vector<TablesBeside> out;
    for (std::size_t r = 0; r < m_rows->size(); ++r) {
      if (!begins_at(r)) continue;
      collect();
      if (auto found = apart()) out.push_back(std::move(*found));
      r = m_last;
    }
    return out;
  }

 private:
  Cells const& row(std::size_t i) const { return (*m_rows)[i]; }

  // A heading with several numbers, X and Y, or a row of several corners.
  bool begins_at(std::size_t r) {
    auto const& cells = row(r);
    if (cells.size() < FEWEST_CELLS || filled(cells).size() < FEWEST_CELLS - 2) return false;
    m_heading = {}, m_data = r;
    if (holds_several(filled(cells))) {
      m_tables = tables_of_row(cells);
      m_heading_row =
          r > 0 && row(r - 1).size() >= FEWEST_CELLS && !holds_pair(row(r - 1)) ? std::optional(r - 1) : std::nullopt;
      if (m_heading_row) m_heading = row(r - 1);
      return true;
    }
    if (std::any_of(cells.begin(), cells.end(), is_number)) return false;
    auto const h = heading_below(r > 0 ? row(r - 1) : Cells{}, cells);
    if (!h || !h->columns.degrees.empty() || h->columns.blocks.empty()) return false;
    m_tables = tables_of(h->columns.blocks, cells.size());
    m_heading = h->cells, m_heading_row = r, m_data = r + 1;
    return true;
  }

  bool has_corner(Cells const& cells, SpanOfTable const& t) const {
    return std::max(t.first, t.second) < cells.size() && two_numbers(cells[t.first], cells[t.second]);
  }

  bool any_corner(Cells const& cells) const {
    return std::any_of(m_tables.begin(), m_tables.end(), [&](auto const& t) { return has_corner(cells, t); });
  }

  // Of the next page.
  bool repeats_top(Cells const& cells) const {
    return is_blank(cells) || is_page_number(joined(cells)) || (m_heading_row && cells == row(*m_heading_row)) ||
           (m_data >= 2 && cells == row(m_data - 2));
  }

  void collect() {
    m_of_table.assign(m_tables.size(), {});
    m_last = m_data - 1, m_unsure = false;
    for (auto r = m_data; r < m_rows->size(); ++r) {
      if (any_corner(row(r))) {
        add(r), m_last = r;
      } else if (!repeats_top(row(r))) {
        break;
      }
    }
  }

  double number_in(RowOfTable const& r, std::size_t table) const {
    return running_number(r.cells[m_tables[table].name]);
  }

  bool goes_on(std::size_t table, std::string const& name) const {
    auto const& of = m_of_table[table];
    return !of.empty() && (running_number(name) == number_in(of.back(), table) + 1 ||
                           running_number(name) == number_in(of.front(), table));
  }

  // Without separators a corner alone in its row stands at the beginning, whosever it is: its number tells.
  std::size_t table_of_lone(Cells const& cells) {
    std::size_t found = 0, count = 0;
    for (std::size_t i = 0; i < m_tables.size(); ++i)
      if (goes_on(i, cells[0])) found = i, ++count;
    m_unsure = m_unsure || count > 1;
    return count == 1 ? found : 0;
  }

  Cells cells_of_table(Cells const& cells, std::size_t table) const {
    Cells out(m_tables.back().end);
    auto const& t = m_tables[table];
    for (auto i = t.begin; i < std::min(t.end, cells.size()); ++i) out[i] = cells[i];
    return out;
  }

  void add(std::size_t r) {
    auto const& cells = row(r);
    bool const lone = cells.size() == CELLS_OF_CORNER && m_tables[0].name == 0;
    if (lone)
      if (auto const table = table_of_lone(cells); table > 0) {
        Cells moved(m_tables[table].begin);
        moved.insert(moved.end(), cells.begin(), cells.end());
        return m_of_table[table].push_back({r, cells_of_table(moved, table)});
      }
    for (std::size_t i = 0; i < m_tables.size(); ++i)
      if (auto of = cells_of_table(cells, i); !is_blank(of)) m_of_table[i].push_back({r, std::move(of)});
  }

  bool runs_across() const {
    for (std::size_t i = 1; i < m_tables.size(); ++i) {
      auto const &before = m_of_table[i - 1], &of = m_of_table[i];
      auto const first = number_in(before.front(), i - 1);
      if (number_in(of.front(), i) != first + 1) return false;
      if (before.size() > 1 && number_in(before[1], i - 1) == first + 1) return false;
    }
    return true;
  }

  bool runs_on() const {
    for (std::size_t i = 1; i < m_tables.size(); ++i)
      if (number_in(m_of_table[i].front(), i) != number_in(m_of_table[i - 1].back(), i - 1) + 1) return false;
    return true;
  }

  std::optional<TablesBeside> apart() {
    if (std::any_of(m_of_table.begin(), m_of_table.end(), [](auto const& of) { return of.empty(); })) return {};
    TablesBeside out;
    out.last = m_last;
    if (!find_titles(out)) return std::nullopt;
    bool const named = name_outlines(out.titles), across = runs_across();
    if (!named && (across || runs_on())) return std::nullopt;
    if (!across && !m_unsure) put_rows(out);
    return out;
  }

  // Those nearest to the corners count.
  bool find_titles(TablesBeside& out) {
    m_in_heading = false;
    auto r = m_heading_row.value_or(m_data);
    if (m_heading_row) {
      out.titles = titles_in_heading(row(r), m_tables), out.first = r;
      m_in_heading = !out.titles.empty();
    }
    for (std::size_t n = 0; out.titles.empty() && r > 0 && n < TITLE_ROWS; ++n) {
      auto const& above = row(--r);
      if (holds_pair(above)) return false;
      out.titles = titles_above(above, m_tables), out.first = r;
    }
    return !out.titles.empty();
  }

  Cells heading_of(std::size_t table, std::string const& title) const {
    auto out = cells_of_table(m_heading, table);
    if (!m_in_heading) return out;
    auto const& t = m_tables[table];
    for (auto& c : out)
      if (c.starts_with(title)) c = trimmed_text(c.substr(title.size()));
    out[t.name] = "点号";
    return out;
  }

  void put_rows(TablesBeside& out) const {
    for (auto r = out.first + (m_in_heading ? 0 : 1); r < m_heading_row.value_or(m_data); ++r)
      out.rows.push_back({r, row(r)});
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
      Cells title(m_tables.back().end);
      title[m_tables[i].name] = out.titles[i];
      if (!out.titles[i].empty()) out.rows.push_back({out.first, std::move(title)});
      if (m_heading_row) out.rows.push_back({*m_heading_row, heading_of(i, out.titles[i])});
      out.rows.insert(out.rows.end(), m_of_table[i].begin(), m_of_table[i].end());
    }
  }

  std::vector<Cells> const* m_rows;
  std::vector<SpanOfTable> m_tables;
  std::vector<std::vector<RowOfTable>> m_of_table;
  Cells m_heading;  // with what stands above its empty cells
  std::optional<std::size_t> m_heading_row;
  std::size_t m_data = 0, m_last = 0;
  bool m_in_heading = false, m_unsure = false;
};

}  // namespace

std::vector<Cells> cells_of_lines(std::vector<std::string> const& lines) {
  std::vector<Cells> out;
  out.reserve(lines.size());
  for (auto const& line : lines) out.push_back(cells_of(line, true));
  return out;
}

std::vector<TablesBeside> tables_beside(std::vector<Cells> const& rows) { return Finder(rows).find(); }

}  // namespace redline
