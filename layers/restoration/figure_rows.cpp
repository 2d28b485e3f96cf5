// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/figure_rows.hpp"

#include <algorithm>
#include <cmath>

#include "layers/restoration/further_figures.hpp"
#include "layers/restoration/stated_totals.hpp"

namespace redline {
namespace {

// Bare numbers have one unit, that above the table.
std::optional<Amount> figure_amount(FigureRow::Figure const& f) {
  auto const quoted = take_apart(f.text);
  if (quoted.at_least || quoted.approximate) return std::nullopt;
  return amount_of(f.text, f.unit.empty() && quoted.unit.empty() ? "m2" : f.unit);
}

Amount figure_half(FigureRow::Figure const& f) {
  return half_digit(f.text, f.unit.empty() && take_apart(f.text).unit.empty() ? "m2" : f.unit);
}

}  // namespace

bool FigureRows::says(std::string const& cell) const {
  return !cell.empty() && std::find(m_words.empty.begin(), m_words.empty.end(), cell) == m_words.empty.end();
}

void FigureRows::add(FigureRow& out, TableRow const& row) const {
  if (row.role.state_alone) return;
  auto const values = m_columns.values(row.cells);
  for (auto const m : FIGURES)
    if (says(values[m])) out.figures[{row.part, m}] = {values[m], m == M_VALUE ? values[M_UNIT] : std::string{}};
}

FigureRow FigureRows::read(TableRow const& row) const {
  FigureRow out{row.number, row.cells, m_columns.values(row.cells), {}, row.merged};
  add(out, row);
  return out;
}

FigureRow FigureRows::read_whole(TableRow const& row, RowsAhead& ahead) const {
  auto out = read(row);
  for (std::size_t n = 0; auto const* more = ahead.peek(n); ++n) {
    if (more->number != row.number) break;
    add(out, *more);
  }
  return out;
}

bool FigureRows::is_total(FigureRow const& row) const {
  auto const& v = row.values;
  return is_total_row(row.cells, v, m_columns, m_model) || reserve_word(v[M_SITE], m_model) ||
         m_names.same(v[M_SITE], v[M_RESERVE]);
}

FigureRow const* RowsBelow::next() {
  constexpr std::size_t MOST_ROWS = 5000;
  auto const* row = m_ahead.peek(m_at);
  while (row && row->number == m_whole.number) row = m_ahead.peek(++m_at);
  if (!row || m_at > MOST_ROWS || !row->wkb.empty() || row->cells.size() != m_whole.cells.size()) return nullptr;
  m_row = m_reader.read(*row);
  while ((row = m_ahead.peek(++m_at)) && row->number == m_row.number) m_reader.add(m_row, *row);
  auto const &own = m_whole.values[M_RESERVE], &other = m_row.values[M_RESERVE];
  bool const elsewhere = !other.empty() && other != own;
  return elsewhere || m_row.values[M_SITE].empty() || m_reader.is_total(m_row) ? nullptr : &m_row;
}

void FigureSums::add(FigureRow const& row) {
  ++rows;
  for (auto const& [key, figure] : row.figures) {
    auto const more = figure_amount(figure);
    auto& sum = m_sums[key];
    sum.vague = sum.vague || !more;
    if (more) sum.amount += *more;
  }
}

bool FigureSums::near(FigureRow const& whole, double share) const {
  return std::any_of(whole.figures.begin(), whole.figures.end(), [&](auto const& figure) {
    auto const stated = figure_amount(figure.second);
    auto const it = m_sums.find(figure.first);
    if (!stated || stated->zero() || it == m_sums.end()) return false;
    return std::abs(it->second.amount.to_double() - stated->to_double()) <= share * stated->to_double();
  });
}

SumMatch FigureSums::match(FigureRow const& whole) const {
  SumMatch out;
  for (auto const& [key, figure] : whole.figures) {
    auto const stated = figure_amount(figure);
    auto const it = m_sums.find(key);
    bool const none = it == m_sums.end() || it->second.amount.zero();
    if (stated && stated->zero() && none) continue;
    if (it == m_sums.end()) {
      ++out.alone;
      continue;
    }
    auto const& sum = it->second.amount;
    bool const known = stated && !it->second.vague;
    bool const fits = known && (sum < *stated ? *stated - sum : sum - *stated) <= figure_half(figure);
    ++(fits ? out.equal : out.other);
    out.less = out.less && (fits || !known || sum < *stated);
  }
  return out;
}

}  // namespace redline
