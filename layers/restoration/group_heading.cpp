// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/group_heading.hpp"

#include <regex>
#include <string_view>

#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_GROUP_HEADING = 150;  // bytes

// 十二, 三十, up to 99
int value_of(std::string_view numeral) {
  constexpr std::array<std::string_view, 10> DIGITS{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  constexpr std::string_view TEN = "十";
  int out = 0, digit = 0;
  for (; !numeral.empty(); numeral.remove_prefix(std::min(TEN.size(), numeral.size()))) {
    if (numeral.starts_with(TEN)) out += 10 * std::max(digit, 1), digit = 0;
    for (std::size_t d = 0; d < DIGITS.size(); ++d)
      if (numeral.starts_with(DIGITS[d])) digit = static_cast<int>(d);
  }
  return out + digit;
}

int rank_of(bool bracket, bool digits) { return 1 + (bracket ? 1 : 0) + (digits ? 2 : 0); }

}  // namespace

GroupHeading group_heading(std::string const& cell) {
  static std::regex const form(
      R"(^(\()?((?:一|二|三|四|五|六|七|八|九|十|零)+|(\d{1,3}))(\))?\s*(、|\.|,|，)?\s*(.*)$)");
  auto const text = narrow(cell);
  std::smatch m;
  if (text.size() > LONGEST_GROUP_HEADING || !std::regex_match(text, m, form)) return {0, 0, text};
  bool const bracket = m[1].matched && m[4].matched, digits = m[3].matched;
  if (!bracket && !m[5].matched) return {0, 0, text};  // 一号矿
  auto const number = digits ? std::stoi(m[3]) : value_of(m[2].str());
  return {rank_of(bracket, digits), number, trimmed_text(m[6].str())};
}

GroupHeading numeral_alone(std::string const& cell) {
  static std::regex const form(R"(^(\()?((?:一|二|三|四|五|六|七|八|九|十|零)+)(\))?\s*(?:、|[.,])?$)");
  auto const text = narrow(cell);
  std::smatch m;
  constexpr std::size_t LONGEST_NUMERAL = 20;
  if (text.size() > LONGEST_NUMERAL || !std::regex_match(text, m, form)) return {};
  return {rank_of(m[1].matched && m[3].matched, false), value_of(m[2].str()), ""};
}

int HeadingRanks::place(GroupHeading const& heading) {
  auto const follows = [&](int rank) { return m_last[static_cast<std::size_t>(rank)] + 1 == heading.number; };
  auto rank = heading.rank;
  if (rank > 0 && !follows(rank)) {
    rank = UNSURE;
    for (int other = RANKS; other > 0; --other)
      if (heading.number > 1 && follows(other)) rank = other;
  }
  auto const at = static_cast<std::size_t>(rank == UNSURE ? heading.rank : rank);
  m_last[at] = heading.number;
  for (auto below = at + 1; below < m_last.size(); ++below) m_last[below] = 0;
  return rank == UNSURE && heading.number == 1 ? heading.rank : rank;
}

}  // namespace redline
