// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/days.hpp"

#include <regex>
#include <string>

#include "layers/corners/corner_text.hpp"
#include "layers/restoration/header_groups.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_DAYS = 200;  // bytes

using Match = std::match_results<std::string_view::const_iterator>;

bool matches(std::string_view text, std::regex const& form, Match& m) {
  return std::regex_match(text.begin(), text.end(), m, form);
}

// What deadlines have behind the day: 前, 之前完成, 前整改到位; or in front of it. `before`: 前 was among it.
std::string_view without_words(std::string_view text, bool& before) {
  static std::regex const behind(
      R"(^(.*?)\s*(前|之前|以前)?\s*(?:要|应|须)?(?:全面|全部|基本)?(?:完成整改|整改完成|完成销号|完成|整改到位|销号)?\s*$)");
  for (std::string_view const word : {"于", "在", "确保", "力争"})
    if (text.starts_with(word)) text.remove_prefix(word.size());
  Match m;
  if (!matches(text, behind, m)) return text;
  before = m[2].matched;
  return text.substr(0, static_cast<std::size_t>(m[1].length()));
}

bool october(std::string_view text) {
  static std::regex const form(R"(^\s*(?:19|20|21)\d\d\.1\s*$)");
  Match m;
  return matches(text, form, m);
}

std::optional<DaySpan> days_as_written(std::string_view written) {
  if (auto const day = parse_date(written)) return DaySpan{*day, *day};
  if (written.size() > LONGEST_DAYS || october(written)) return std::nullopt;
  bool before = false;
  auto const text = without_words(written, before);
  if (auto const day = parse_date(text)) return DaySpan{*day, *day};
  static std::regex const form(
      R"(^\s*((?:19|20|21)\d\d)(?:\s*(?:年|-|/|\.)\s*(?:(\d{1,2})\s*(?:月)?)?|(\d\d))?\s*((?:年|月)?(?:底|末))?\s*$)");
  Match m;
  if (!matches(text, form, m)) return std::nullopt;
  bool const of_year = !m[2].matched && !m[3].matched;
  auto const month = static_cast<unsigned>(of_year ? 12 : std::stoi(m[m[2].matched ? 2 : 3]));
  auto const year = std::chrono::year{std::stoi(m[1].str())};
  Date const last = year / std::chrono::month{month} / std::chrono::last;
  if (!last.ok()) return std::nullopt;
  bool const end = m[4].matched && !before;
  return DaySpan{end ? last : year / std::chrono::month{of_year ? 1 : month} / 1, last};
}

DaySpan span_of(int year, int first, int last) {
  auto const y = std::chrono::year{year};
  return {y / first / 1, y / last / std::chrono::last};
}

// 2018年上半年, 2018年三季度, 2018年5月至9月
std::optional<DaySpan> span_of_months(std::string const& text) {
  if (auto const part = part_of_year(text); part.year > 0)
    return span_of(part.year, part.month - part.months + 1, part.month);
  static std::regex const form(
      R"(^((?:19|20)\d\d)年(\d{1,2})(?:月)?(?:份)?(?:至|到|-|~|—|–)(?:((?:19|20)\d\d)年)?(\d{1,2})月(?:份)?(?:底|末)?$)");
  std::smatch m;
  if (!std::regex_match(text, m, form) || (m[3].matched && m[3] != m[1])) return std::nullopt;
  constexpr int YEAR = 12;
  int const first = std::stoi(m[2]), last = std::stoi(m[4]);
  if (first < 1 || first > last || last > YEAR) return std::nullopt;
  return span_of(std::stoi(m[1]), first, last);
}

}  // namespace

bool may_be_october(std::string_view text) { return october(text); }

std::optional<DaySpan> days_of(std::string_view written) {
  if (auto const days = days_as_written(written)) return days;
  if (written.size() > LONGEST_DAYS || written.empty()) return std::nullopt;
  auto const text = replaced(narrow(written), "号", "日");
  auto const days = text == written ? std::nullopt : days_as_written(text);
  return days ? days : span_of_months(text);
}

std::optional<Date> last_day_of(std::string_view text) {
  auto const days = days_of(text);
  return days ? std::optional(days->last) : std::nullopt;
}

std::optional<Date> day_of_workbook(std::string_view text) {
  constexpr auto ZERO = std::chrono::sys_days(std::chrono::year{1899} / 12 / 30);
  constexpr int FIRST = 20'000, LAST = 80'000;
  static std::regex const form(R"(^(\d{5})(?:\.\d+)?$)");
  Match m;
  if (!matches(text, form, m)) return std::nullopt;
  int const days = std::stoi(m[1].str());
  return days < FIRST || days > LAST ? std::nullopt : std::optional<Date>(ZERO + std::chrono::days{days});
}

}  // namespace redline
