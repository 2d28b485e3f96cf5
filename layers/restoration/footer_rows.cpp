// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/footer_rows.hpp"

#include <algorithm>

#include "layers/restoration/site_names.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_LABEL = 30;  // bytes: 填表人（签字）

bool one_character(std::string const& word) { return word.size() <= 3; }  // 注

// 填表人：…, 填表人(签字)：…, 注：…, 注1：…; alone only words that are no remark: 审核人 | 李四
bool labelled(std::string const& cell, TableWords const& words) {
  auto const text = folded_site(cell);
  auto const colon = text.find(':');
  auto const label = text.substr(0, colon);
  if (label.empty() || label.size() > LONGEST_LABEL) return false;
  return std::any_of(words.footers.begin(), words.footers.end(), [&](auto const& word) {
    if (colon == std::string::npos)
      return label.starts_with(word) && label.size() <= word.size() + 3 && !one_character(word);
    bool const numbered = label.find_first_not_of("0123456789", word.size()) == std::string::npos;
    return label.starts_with(word) && (!one_character(word) || numbered);
  });
}

bool tells(Meaning m) {
  constexpr std::array TELL{M_STAGE, M_STATUS, M_TASK_STATE, M_REPLACES};
  return std::find(TELL.begin(), TELL.end(), m) != TELL.end() ||
         std::find(FIGURES.begin(), FIGURES.end(), m) != FIGURES.end();
}

bool digit_in(std::string const& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool is_footer(std::vector<std::string> const& cells, RowColumns const& columns, TableWords const& words) {
  auto const first = std::find_if(cells.begin(), cells.end(), [](auto const& c) { return !c.empty(); });
  if (first == cells.end() || !labelled(*first, words)) return false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty() || cells[i] == *first || labelled(cells[i], words)) continue;  // merged cells repeat the first
    auto const m = columns.meaning_at(i);
    if (m == MEANING_COUNT || !tells(static_cast<Meaning>(m))) continue;
    if (!columns.figure(i) || digit_in(cells[i])) return false;
  }
  return true;
}

}  // namespace redline
