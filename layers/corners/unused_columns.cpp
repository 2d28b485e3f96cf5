// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/unused_columns.hpp"

#include <utility>

#include "layers/corners/page_words.hpp"

namespace redline {

void UnusedColumns::row(int n, CornerColumns const& h, std::vector<std::string> const& cells) {
  say(n, h);
  for (int i = 0; i < static_cast<int>(cells.size()); ++i) {
    bool const used =
        i == h.name || i == h.mark || i == h.first || i == h.second || i == h.parcel || i == h.parcel_name;
    if (!used) look(n, i, cell_at(cells, i));
  }
}

void UnusedColumns::look(int n, int column, std::string const& text) {
  if (is_number(text) || !(is_part_word(text) || is_deducted(text))) return;
  auto const before = std::exchange(m_last[column], text);
  if (before != text) m_parcels->remark(n, before, text);
}

void UnusedColumns::say(int n, CornerColumns const& h) {
  std::size_t known = 2 + h.others_used;
  for (int const column : {h.name, h.mark, h.parcel, h.parcel_name, h.serial}) known += column >= 0 ? 1 : 0;
  if (h.cells <= known || std::exchange(m_said, true)) return;
  m_book->find("corner.extra_columns", Severity::info, n, {std::to_string(h.cells - known)});
}

}  // namespace redline
