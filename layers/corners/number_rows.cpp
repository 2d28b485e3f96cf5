// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/number_rows.hpp"

#include <utility>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_row.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/no_corners.hpp"
#include "layers/corners/said_areas.hpp"
#include "layers/corners/several_corners.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_MARK = 4;

}  // namespace

bool NumberRows::take(int n, Cells const& c, Cells const& all) {
  return (m_columns && by_heading(n, all)) || several(n, c, all) || positional(n, c) || with_rest(n, c);
}

// 1 X Y 井口: what stands behind the columns of the others is a remark.
bool NumberRows::with_rest(int n, Cells const& c) {
  auto const width = m_columns ? m_columns->cells : SIMPLE_ROW;
  if (!has_rest(c) || width >= c.size()) return false;
  auto const end = c.begin() + static_cast<std::ptrdiff_t>(width);
  auto const rest = joined({end, c.end()});
  m_unused.rest(n, rest);
  if (!take(n, {c.begin(), end}, {c.begin(), end})) return false;
  m_behind.note(n, rest);
  if (has_digit(rest)) take_remarks_of_line(n, m_parcels.rows(), rest, m_out);
  return m_book.find("corner.row_rest", Severity::info, n, {shortened(rest)}), true;
}

bool NumberRows::positional(int n, Cells const& c) {
  if (c.size() == 2 && two_numbers(c[0], c[1]) && !is_name(c[0])) return m_parcels.take(n, "", "", c[0], c[1]), true;
  bool const by_name = c.size() == 3 && (is_name(c[0]) || names_no_corner(c[0], false)) && two_numbers(c[1], c[2]);
  if (by_name || is_named_by_words(c)) return left_or_single(n, c), true;
  if (c.size() == 4 && is_name(c[0]) && digits_only(c[1]) && c[1].size() <= LONGEST_MARK && two_numbers(c[2], c[3]))
    return m_parcels.take(n, c[0], c[1], c[2], c[3]), true;
  return false;
}

bool NumberRows::by_heading(int n, Cells const& c) {
  auto const& h = *m_columns;
  if (h.repeats || c.size() != h.cells || !two_numbers(cell_at(c, h.first), cell_at(c, h.second))) return false;
  if (far_apart(h, c)) return false;
  m_parcels.other_parcel(n, cell_at(c, h.parcel), cell_at(c, h.parcel_name));
  if (h.serial >= 0 && !h.names_parcels()) m_parcels.serial(n, cell_at(c, h.serial));
  m_unused.row(n, h, c);
  m_parcels.take(n, cell_at(c, h.name), cell_at(c, h.mark), cell_at(c, h.first), cell_at(c, h.second));
  if (m_register) m_parcels.describe(n, described_by_row(c, *m_register));
  return true;
}

void NumberRows::left_or_single(int n, Cells const& c) {  // one column of several may be longer by one
  if (!m_parcels.take_rest(n, c[0], c[1], c[2])) m_parcels.take(n, c[0], "", c[1], c[2]);
}

bool NumberRows::several(int n, Cells const& c, Cells const& all) {
  auto row = several_corners(n, c, all, m_columns);
  if (row.empty()) return false;
  if (m_columns && m_columns->repeats && all.size() == m_columns->cells) m_unused.several(n, all);
  if (row.size() > 1) return m_parcels.take_row(n, std::move(row)), true;
  auto const& b = block_of(*m_columns, all);
  left_or_single(n, {all[b.name], all[b.first], all[b.second]});
  return true;
}

}  // namespace redline
