// SPDX-License-Identifier: Apache-2.0
#include "layers/run/written_days.hpp"

#include <algorithm>
#include <regex>
#include <string>

#include "layers/restoration/days.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST = 200;   // bytes
constexpr int CHINA_MINUTES = 8 * 60;  // ahead of UTC
constexpr std::string_view UNTIL = "止";
using Match = std::match_results<std::string_view::const_iterator>;

std::optional<Date> calendar_day(int year, int month, int day) {
  Date const out{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                 std::chrono::day{static_cast<unsigned>(day)}};
  return out.ok() ? std::optional(out) : std::nullopt;
}

std::optional<PossibleDays> year_behind(std::string_view text) {
  static std::regex const form(R"(^\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:\s+\d{1,2}:[\d:]+)?\s*$)");
  Match m;
  if (!std::regex_match(text.begin(), text.end(), m, form)) return std::nullopt;
  auto const number = [&](std::size_t i) { return std::stoi(m[i].str()); };
  auto const a = calendar_day(number(4), number(1), number(3)), b = calendar_day(number(4), number(3), number(1));
  if (a && b) return PossibleDays{std::min(*a, *b), std::max(*a, *b)};
  return a || b ? std::optional<PossibleDays>(a ? *a : *b) : std::nullopt;
}

// A time with its offset (2019-03-30T16:00:00Z) may be midnight of the next day in China: either day.
std::optional<PossibleDays> of_instant(std::string_view text, Date written) {
  if (text.find(':') == std::string_view::npos) return std::nullopt;
  static std::regex const form(
      R"(^[\s\S]*?\D(\d{1,2}):(\d{1,2})(?::\d{1,2})?(?:[.,]\d+)?\s*(?:Z|(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d\d))?)\s*$)",
      std::regex::ECMAScript | std::regex::icase);
  Match m;
  if (!std::regex_match(text.begin(), text.end(), m, form)) return std::nullopt;
  auto const number = [&](std::size_t i) { return m[i].matched ? std::stoi(m[i].str()) : 0; };
  if (number(1) == 23 && number(2) == 59) return std::nullopt;  // the end of the day that is written
  auto const offset = (number(4) * 60 + number(5)) * (m[3].matched && m[3].str() == "-" ? -1 : 1);
  auto const minutes = number(1) * 60 + number(2) - offset + CHINA_MINUTES;
  auto const there = std::chrono::sys_days(written) + std::chrono::days(minutes < 0 ? -1 : minutes / (24 * 60));
  return PossibleDays{std::min(written, Date(there)), std::max(written, Date(there))};
}

std::optional<PossibleDays> one_of(std::string_view text) {
  if (auto const day = parse_date(text)) return of_instant(text, *day).value_or(PossibleDays{*day});
  if (text.find("前") != std::string_view::npos) return std::nullopt;
  if (auto const days = days_of(text)) return PossibleDays{days->first, days->last};
  if (auto const day = day_of_workbook(text)) return *day;
  return year_behind(text);
}

struct Term {
  std::string_view first, last;
};

std::string_view part(Match const& m, std::string_view text, std::size_t i) {
  return text.substr(static_cast<std::size_t>(m.position(i)), static_cast<std::size_t>(m.length(i)));
}

// In front of it may stand the length of the term or what the cell is: 叁年，自…; 有效期：….
std::optional<Term> in_words(std::string_view text) {
  static std::regex const form(
      R"(^\s*(?:\D*\d{0,2}\D*(?:自|从|由)|\D*\d{0,2}\s*年\s*(?:，|,|；|;|：|:|\s)|\D*(?:：|:))?\s*(.*?)(?:\s|　)*(?:起)?(?:\s|　)*(?:至|到|～|~|(?:—)+|(?:–)+|－|日\s*-)(?:\s|　)*(.*?)\s*(?:止)?\s*$)");
  Match m;
  if (!std::regex_match(text.begin(), text.end(), m, form)) return std::nullopt;
  return Term{part(m, text, 1), part(m, text, 2)};
}

// 2015.3.1-2020.3.1, 2015-03-01-2020-03-01: the only hyphens that have a day on either side.
std::optional<Term> hyphened(std::string_view text) {
  std::optional<Term> out;
  for (auto at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
    auto const behind = text.find_first_not_of('-', at);
    if (behind == std::string_view::npos) break;
    Term const t{text.substr(0, at), text.substr(behind)};
    at = behind - 1;
    if (!one_of(t.first) || !one_of(t.last)) continue;
    if (out) return std::nullopt;
    out = t;
  }
  return out;
}

// What stands in brackets behind a number of years.
std::string_view without_years(std::string_view text) {
  static std::regex const form(R"(^\s*.*?年\s*(?:（|\()(.*)(?:）|\))\s*$)");
  Match m;
  return std::regex_match(text.begin(), text.end(), m, form) ? part(m, text, 1) : text;
}

std::optional<Term> term_of(std::string_view text) {
  auto const term = without_years(text);
  auto const words = in_words(term);
  return words ? words : hyphened(term);
}

}  // namespace

std::optional<PossibleDays> written_days(std::string_view text, TermEnd end) {
  if (text.size() > LONGEST) return std::nullopt;
  if (auto const days = one_of(text)) return days;
  auto const term = end == TermEnd::none ? std::nullopt : term_of(text);
  if (!term && end == TermEnd::last && text.ends_with(UNTIL)) return one_of(text.substr(0, text.size() - UNTIL.size()));
  return term ? one_of(end == TermEnd::first ? term->first : term->last) : std::nullopt;
}

bool states_a_start(std::string_view text) {
  if (text.size() > LONGEST || one_of(text)) return false;
  auto const term = term_of(text);
  return term && !term->first.empty();
}

}  // namespace redline
