// Is this a printed list? See printed_list.hpp.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "layers/corners/cell_lines.hpp"
#include "layers/corners/corner_row.hpp"
#include "layers/corners/labelled_row.hpp"
#include "layers/corners/marked_text.hpp"
#include "layers/corners/printed_list.hpp"
#include "layers/corners/printed_row.hpp"
#include "layers/corners/running_text.hpp"
#include "layers/corners/several_corners.hpp"
#include "layers/corners/two_row_heading.hpp"

namespace redline {
namespace {

using Cells = std::vector<std::string>;

bool is_row(Cells const& c) {
  if (auto const titled = titled_row(c)) return is_row(titled->row) || folded_row(titled->row);
  if (is_named_by_words(c) || has_rest(c) || surveyed_row(c)) return true;
  if (c.size() == 2) return two_numbers(c[0], c[1]) && !is_name(c[0]);
  if (holds_several(c) || lacks_numbers(c)) return true;
  if (c.size() != 3 && c.size() != 4) return false;
  return is_name(c[0]) && two_numbers(c[c.size() - 2], c[c.size() - 1]);
}

class RowCount {
 public:
  void add(Cells const& cells, std::string const& text) {
    if (names_datums(cells)) {
      m_headed = true;
      return;
    }
    if (auto const corners = labelled_corners(text); !corners.empty()) {
      m_rows += static_cast<long>(corners.size());
      return;
    }
    if (auto const running = running_text(text)) {
      m_rows += static_cast<long>(running->corners.size()) + (running->wrong.empty() ? 0 : 1);
      return;
    }
    if (auto const marked = marked_text(text)) {
      m_rows += static_cast<long>(marked->corners.size());
      return;
    }
    m_headed = m_headed || heading(cells);
    m_rows += is_row(cells) || folded_row(cells) || (m_headed && meant_as_two(cells)) ? 1 : 0;
  }
  bool enough() const { return m_rows >= 2; }

 private:
  static bool meant_as_two(Cells const& c) {  // or what was meant to be
    return std::count_if(c.begin(), c.end(), [](auto const& s) { return is_number(s) || has_many_digits(s); }) >= 2;
  }

  bool m_headed = false;
  long m_rows = 0;
};

}  // namespace

bool looks_like_printed_list(std::vector<std::string> const& lines) {
  RowCount count;
  for (auto const& line : whole_lines(lines)) count.add(cells_of(line.text), line.text);
  return count.enough();
}

bool looks_like_printed_rows(std::vector<Cells> const& rows) {
  RowCount count;
  for (auto const& row : rows) count.add(filled(row), joined(row));
  return count.enough();
}

bool has_corner_heading(std::vector<std::string> const& lines) {
  if (auto const sheet = sheet_in_text(lines); sheet && sheet->columns.names_corners) return true;
  return std::any_of(lines.begin(), lines.end(), [](auto const& line) {
    auto const h = heading(cells_of(line));
    return h && h->names_corners;
  });
}

}  // namespace redline
