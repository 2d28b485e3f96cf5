// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/day_above.hpp"

#include <algorithm>
#include <regex>

#include "layers/corners/corner_text.hpp"
#include "layers/restoration/days.hpp"

namespace redline {
namespace {

constexpr char const* DAY =
    R"(((?:19|20)\d\d\s*(?:年|-|/|\.)\s*\d{1,2}(?:\s*(?:月|-|/|\.)\s*\d{1,2}\s*日?|\s*月\s*底?)?))";

std::string const& label(bool filled_in) {
  static std::string const speaks("(?:截至|截止日期|截止时间|截止到|截止)"),
      filled("(?:填报|上报|报告|报送|填表|统计|制表)(?:时间|日期)");
  return filled_in ? filled : speaks;
}

// 整改截止时间 is a deadline.
bool of_deadline(std::string const& before) {
  constexpr char const* WORDS[] = {"整改", "完成", "治理", "任务", "验收"};
  return std::any_of(std::begin(WORDS), std::end(WORDS), [&](std::string const w) { return before.ends_with(w); });
}

void find(std::string const& text, bool filled_in, std::set<Date>& out) {
  std::regex const form(label(filled_in) + R"(\s*:?\s*)" + DAY);
  for (std::sregex_iterator it(text.begin(), text.end(), form), end; it != end; ++it)
    if (auto const day = last_day_of((*it)[1].str()); day && !of_deadline(it->prefix().str())) out.insert(*day);
}

}  // namespace

void DayAbove::read(std::vector<std::string> const& cells) {
  std::string text;
  for (auto const& c : cells)
    if (!c.empty()) text += narrow(c) + " ";
  find(text, false, m_speaks_of), find(text, true, m_filled_in);
  static std::regex const year(R"((?:^|[^\d])((?:19|20)\d\d)(?!\d))");
  for (std::sregex_iterator it(text.begin(), text.end(), year), end; it != end; ++it)
    m_years.insert(std::stoi((*it)[1]));
  constexpr char const* NEW[] = {"新增", "本月", "当月", "本季", "本年", "当年", "年度"};
  for (auto const* word : NEW) m_called_new = m_called_new || text.find(word) != std::string::npos;
}

std::optional<int> DayAbove::year() const {
  return m_years.size() == 1 ? std::optional(*m_years.begin()) : std::nullopt;
}

std::optional<Date> DayAbove::day() const {
  auto const& days = m_speaks_of.empty() ? m_filled_in : m_speaks_of;
  return days.size() == 1 ? std::optional(*days.begin()) : std::nullopt;
}

}  // namespace redline
