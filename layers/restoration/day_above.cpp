// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/day_above.hpp"

#include <algorithm>
#include <regex>

#include "layers/corners/corner_text.hpp"
#include "layers/restoration/days.hpp"
#include "layers/restoration/header_groups.hpp"

namespace redline {
namespace {

constexpr char const* DAY =
    R"(((?:19|20)\d\d\s*(?:年|-|/|\.)\s*\d{1,2}(?:\s*(?:月|-|/|\.)\s*\d{1,2}\s*(?:日)?|\s*月\s*(?:底)?)?))";

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

// 2018年10月, 2018年第三季度; no month of 2018年1-10月.
void find_months(std::string const& text, std::set<std::string>& out) {
  static std::regex const form(
      R"(((?:19|20)\d\d\s*年(?:度)?\s*(?:\d{1,2}\s*月|(?:第)?\s*(?:一|二|三|四|1|2|3|4)\s*季度|(?:上|下)半年)))");
  for (std::sregex_iterator it(text.begin(), text.end(), form), end; it != end; ++it)
    if (auto const part = part_of_year((*it)[1].str()); part.months > 0)
      out.insert(std::to_string(part.year) + "年" + std::to_string(part.month) + "月");
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
  find_months(text, m_months);
  constexpr char const* NEW[] = {"新增", "本月", "当月", "本季", "本年", "当年", "年度"};
  for (auto const* word : NEW) m_called_new = m_called_new || text.find(word) != std::string::npos;
}

std::string DayAbove::period() const {
  if (m_years.size() != 1 || m_months.size() > 1) return {};
  return m_months.empty() ? std::to_string(*m_years.begin()) + "年" : *m_months.begin();
}

std::optional<Date> DayAbove::day() const {
  auto const& days = m_speaks_of.empty() ? m_filled_in : m_speaks_of;
  return days.size() == 1 ? std::optional(*days.begin()) : std::nullopt;
}

}  // namespace redline
