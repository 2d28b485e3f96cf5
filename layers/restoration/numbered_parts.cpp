// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/numbered_parts.hpp"

#include <algorithm>

namespace redline {
namespace {

constexpr double NEAR = 0.1;

std::string numbers_of(std::vector<FigureRow> const& rows) {
  std::string out;
  for (auto const& r : rows) out += (out.empty() ? "" : ", ") + std::to_string(r.number);
  return out;
}

bool merged_at(FigureRow const& r, std::size_t column) {
  return std::count(r.merged.begin(), r.merged.end(), column) > 0;
}

}  // namespace

NumberedParts::NumberedParts(RowSource const& source, RowColumns const& columns, RestorationModel const& model,
                             TableWords const& words, ReserveSpellings const& names, SumRows& sums)
    : m_reader(columns, model, words, names), m_columns(columns), m_words(words), m_sums(sums), m_reads(sums.reads()) {
  while (m_site < source.header().size() && columns.meaning_at(m_site) != M_SITE) ++m_site;
}

// The column in front of the site (or the site itself, 1、甲矿) that holds the number of the row; none: that behind it.
std::size_t NumberedParts::number_column(std::vector<std::string> const& cells) const {
  for (std::size_t i = 0; i < m_site && i < cells.size(); ++i) {
    auto const m = m_columns.meaning_at(i);
    if (!cells[i].empty() && (m == M_ID || (m == MEANING_COUNT && rank_of_number(cells[i]) > 0))) return i;
  }
  return level_of(cells, m_columns).rank > 0 ? m_site : m_site + 1;
}

// It has none, or that of the row above, in merged cells.
bool NumberedParts::without_number(FigureRow const& other) const {
  if (m_at == m_site) return level_of(other.cells, m_columns).rank == 0;
  return other.cells[m_at].empty() || merged_at(other, m_at);
}

std::optional<FigureRow> NumberedParts::whole_of(TableRow const& row, RowsAhead& ahead) const {
  auto whole = m_reader.read_whole(row, ahead);
  auto const& v = whole.values;
  bool const other = m_reader.is_total(whole) || !v[M_TASK_STATE].empty() || !v[M_REPLACES].empty();
  return other || whole.figures.empty() ? std::nullopt : std::optional(std::move(whole));
}

// Up to the next number; what is marked as a part is not looked at here (of_which.hpp).
NumberedParts::Below NumberedParts::below_of(FigureRow const& whole, RowsAhead& ahead) const {
  RowsBelow rows(whole, m_reader, ahead);
  FigureSums sums;
  Below out;
  while (auto const* r = rows.next()) {
    auto const& site = r->values[M_SITE];
    bool const marked = std::any_of(m_words.of_which.begin(), m_words.of_which.end(),
                                    [&](auto const& w) { return site.find(w) != std::string::npos; });
    if (marked || site == whole.values[M_SITE] || !without_number(*r)) break;
    sums.add(*r), out.rows.push_back(*r);
    auto const match = sums.match(whole);
    if (match.whole() && out.parts == 0) out.parts = out.rows.size(), out.match = match;
    out.near = sums.near(whole, NEAR);
    FigureSums alone;
    alone.add(*r), out.larger = out.larger || !alone.match(whole).less;
  }
  return out;
}

// A column in front of the sites that begins with the first row and goes on below it: the number is that of a company.
bool NumberedParts::heads_block(FigureRow const& whole, FigureRow const& next) const {
  for (std::size_t i = 0; i < m_site; ++i) {
    auto const m = m_columns.meaning_at(i);
    if (i == m_at || m == M_RESERVE || m == M_ID || whole.cells[i].empty()) continue;
    if (next.cells[i].empty() || (merged_at(next, i) && !merged_at(whole, i))) return true;
  }
  return false;
}

// Could they be its parts, though they do not add up?
bool NumberedParts::asks(FigureRow const& whole, Below const& below) const {
  if (below.rows.empty() || below.larger) return false;
  if (below.rows.size() == 1) return below.parts == 1;
  return below.near || !heads_block(whole, below.rows.front());
}

bool NumberedParts::say_more(FigureRow const& whole, std::vector<FigureRow> const& parts) const {
  for (std::size_t c = 0; c < whole.cells.size(); ++c) {
    auto const m = m_columns.meaning_at(c);
    bool const counts = m_columns.figure(c) || is_state(m) || (m == MEANING_COUNT && c > m_site);
    if (!counts || m_reader.says(whole.cells[c])) continue;
    if (std::any_of(parts.begin(), parts.end(), [&](auto const& p) { return m_reader.says(p.cells[c]); })) return true;
  }
  return false;
}

void NumberedParts::look(TableRow& row, RowsAhead& ahead) {
  if (!m_reads || !row.wkb.empty() || row.cells.size() <= m_site) return;
  if (row.number == m_last.number) return row.take_sum(m_last);
  if (row.sum == RowSum::none && row.number <= m_until) row.sum = RowSum::part;
  m_last = {}, m_last.number = row.number;
  if (row.number > m_until && row.sum == RowSum::none && row.of_parts.empty()) decide(row, ahead);
  m_last.take_sum(row);
}

void NumberedParts::decide(TableRow& row, RowsAhead& ahead) {
  m_until = -1, m_at = number_column(row.cells);
  if (m_at > m_site || row.cells[m_site].empty()) return;
  auto const* next = ahead.behind(row);
  if (!next || next->cells.size() != row.cells.size()) return;
  if (!without_number(m_reader.read(*next)) || without_number(m_reader.read(row))) return;
  if (auto const whole = whole_of(row, ahead)) take(row, *whole, below_of(*whole, ahead));
}

void NumberedParts::take(TableRow& row, FigureRow const& whole, Below below) {
  auto const number = std::to_string(row.number);
  if (below.parts > 1) {
    below.rows.resize(below.parts);
    if (say_more(whole, below.rows)) return m_sums.sums_up(row, whole, below.match, below.rows);
    m_until = below.rows.back().number;
    m_rows += (m_rows.empty() ? "" : "; ") + numbers_of(below.rows) + " (" + number + " " + whole.values[M_SITE] + ")";
  } else if (asks(whole, below))
    m_told.push_back({"restoration.numbered_doubtful",
                      Severity::warning,
                      m_sums.file(),
                      number,
                      {number, whole.values[M_SITE], numbers_of(below.rows), m_sums.file()}});
}

Findings NumberedParts::findings() const {
  auto out = m_told;
  auto const& file = m_sums.file();
  if (!m_rows.empty()) out.push_back({"restoration.numbered_parts", Severity::warning, file, "", {file, m_rows}});
  return out;
}

}  // namespace redline
