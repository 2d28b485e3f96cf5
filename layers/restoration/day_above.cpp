// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/day_above.hpp"

#include <algorithm>
#include <regex>

#include "layers/restoration/day_beside.hpp"
#include "layers/restoration/day_phrases.hpp"
#include "layers/restoration/header_groups.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_TITLE = 600;  // bytes

std::string const& label(bool filled_in) {
  static std::string const speaks(
      "(?:截至日期|截至时间|截至到|截至|截止日期|截止时间|截止到|截止|(?:数据|统计)?时点|(?:数据)?更新(?:至|到))"),
      filled(
          "(?:(?:填报|上报|报告|报送|报出|填表|填写|统计|制表|编制|更新|汇总|数据|报表|报告期)(?:时间|日期|时段|期间|"
          "区间|周期)|统计期|报告期|报表期)");
  return filled_in ? filled : speaks;
}

// 整改截止时间, 整改时限：截至2018年底 are deadlines.
bool of_deadline(std::string before) {
  constexpr char const* WORDS[] = {"整改", "完成", "治理", "任务", "验收", "时限", "期限", "限期"};
  while (before.ends_with(":") || before.ends_with(" ")) before.pop_back();
  return std::any_of(std::begin(WORDS), std::end(WORDS), [&](char const* w) { return before.ends_with(w); });
}

// Up to the next bracket or mark.
std::string quoted(std::string const& text, std::size_t from, std::size_t at) {
  auto end = text.size();
  for (auto const* mark : {"，", ",", ")", "。", ";", "；", " "})
    if (auto const found = text.find(mark, at); found != std::string::npos && found > at) end = std::min(end, found);
  return text.substr(from, end - from);
}

// Nothing behind the label, or the blanks of a form: 年 月 日.
bool blank_form(std::string const& text, std::size_t at) {
  static std::regex const form(R"(^(?:\s|_|:|年|月|日|/|-|\.)*(?:$|[^\s]*:|\)))");
  std::smatch m;
  return std::regex_search(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), m, form,
                           std::regex_constants::match_continuous);
}

void find(std::string const& text, bool filled_in, std::set<Date>& out, std::string& unread) {
  std::regex const form(label(filled_in) + R"((?:为|是|于)?\s*:?\s*)");
  for (std::sregex_iterator it(text.begin(), text.end(), form), end; it != end; ++it) {
    if (of_deadline(it->prefix().str())) continue;
    auto const from = static_cast<std::size_t>(it->position()), at = from + static_cast<std::size_t>(it->length());
    if (auto const day = day_phrase(text, at))
      out.insert(day->last);
    else if (!blank_form(text, at) && unread.empty())
      unread = quoted(text, from, at);
  }
}

// A line that is a day or a month, a title that ends with one in brackets, the title of a report of a month or quarter.
void find_bare(std::string const& cell, std::set<Date>& out) {
  static std::regex const alone(R"(^\(?\s*(?:数据)?\s*(?=\d))"), bracket(R"(\(\s*(?:数据)?\s*(?=\d)(?=[^()]*\)\s*$))"),
      report(R"((?:月|季|旬|周|半年|年)报)"), digits(R"((?:19|20)\d\d)");
  auto const rest = [&](std::size_t at) {
    auto const end = cell.find_first_not_of(" \t\n", at);
    return end == std::string::npos ? std::string{} : cell.substr(end);
  };
  std::smatch m;
  for (auto const* form : {&alone, &bracket})
    if (std::regex_search(cell, m, *form)) {
      auto const at = static_cast<std::size_t>(m.position() + m.length());
      auto const day = day_phrase(cell, at);
      auto const behind = day ? rest(at + day->length) : "?";
      if (day && !day->year_alone && (behind.empty() || behind == ")")) out.insert(day->last);
    }
  if (!std::regex_search(cell, report)) return;
  for (std::sregex_iterator it(cell.begin(), cell.end(), digits), end; it != end; ++it)
    if (auto const day = day_phrase(cell, static_cast<std::size_t>(it->position()))) out.insert(day->last);
}

// 2018年10月, 2018年第三季度; no month of 2018年1-10月.
void find_months(std::string const& text, std::set<std::string>& out) {
  static std::regex const form(
      R"(((?:19|20)\d\d\s*年(?:度)?\s*(?:\d{1,2}\s*月|(?:第)?\s*(?:一|二|三|四|1|2|3|4)\s*季度|(?:上|下)半年)))");
  for (std::sregex_iterator it(text.begin(), text.end(), form), end; it != end; ++it)
    if (auto const part = part_of_year((*it)[1].str()); part.months > 0)
      out.insert(std::to_string(part.year) + "年" + std::to_string(part.month) + "月");
}

std::optional<Date> only(std::set<Date> const& days) {
  return days.size() == 1 ? std::optional(*days.begin()) : std::nullopt;
}

}  // namespace

void DayAbove::read(std::vector<std::string> const& cells) {
  std::string text;
  std::set<std::string> met;  // merged cells hold their text everywhere
  for (auto const& c : cells) {
    if (c.empty() || c.size() > LONGEST_TITLE || !met.insert(c).second) continue;
    auto const cell = spelled_days(with_digits(c));
    text += cell + " ";
    find_bare(cell, m_bare), find_beside(cell, m_beside);
  }
  find(text, false, m_speaks_of, m_unread), find(text, true, m_filled_in, m_unread), find_labelled(text, m_labelled);
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
  if (!m_speaks_of.empty()) return only(m_speaks_of);
  return only(m_filled_in.empty() ? m_labelled : m_filled_in);
}

std::optional<Date> DayAbove::latest() const {
  bool const named = !m_speaks_of.empty() || !m_filled_in.empty() || m_labelled.size() == 1;
  return named ? day() : only(m_bare.empty() ? m_beside : m_bare);
}

}  // namespace redline
