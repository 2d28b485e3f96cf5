// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/unused_columns.hpp"

#include <algorithm>
#include <utility>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/degree_columns.hpp"
#include "layers/corners/page_words.hpp"

namespace redline {

void UnusedColumns::heading(std::vector<std::string> const& cells, CornerColumns const& h,
                            std::optional<RegisterColumns> const& said) {
  auto used = said ? columns_of_parcels(*said) : std::vector<int>{};
  used.insert(used.end(), {h.name, h.mark, h.first, h.second, h.parcel, h.parcel_name, h.serial});
  auto titles = folded_heading(cells, h.degrees);
  titles.resize(std::max(titles.size(), h.cells));
  m_titles = titles_without(titles, used);
}

void UnusedColumns::row(int n, CornerColumns const& h, std::vector<std::string> const& cells) {
  say(n);
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

void UnusedColumns::say(int n) {
  if (m_titles.empty() || std::exchange(m_said, true)) return;
  m_book->find("corner.extra_columns", Severity::info, n,
               {std::to_string(m_titles.size()), shortened(joined_titles(m_titles))});
}

}  // namespace redline
