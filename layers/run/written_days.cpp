// SPDX-License-Identifier: Apache-2.0
#include "layers/run/written_days.hpp"

#include <algorithm>
#include <regex>
#include <string>

#include "layers/restoration/days.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST = 200;  // bytes
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

std::optional<PossibleDays> one_of(std::string_view text) {
  if (auto const day = parse_date(text)) return *day;
  if (text.find("前") != std::string_view::npos) return std::nullopt;
  if (auto const days = days_of(text)) return PossibleDays{days->first, days->last};
  if (auto const day = day_of_workbook(text)) return *day;
  return year_behind(text);
}

struct Term {
  std::string_view first, last;
};

std::optional<Term> term_of(std::string_view text) {
  static std::regex const form(
      R"(^\s*(?:自|从|由)?\s*(.*?)\s*(?:起)?\s*(?:至|到|～|~|(?:—)+|－|日\s*-)\s*(.*?)\s*(?:止)?\s*$)");
  Match m;
  if (text.size() > LONGEST || !std::regex_match(text.begin(), text.end(), m, form)) return std::nullopt;
  auto const part = [&](std::size_t i) {
    return text.substr(static_cast<std::size_t>(m.position(i)), static_cast<std::size_t>(m.length(i)));
  };
  return Term{part(1), part(2)};
}

}  // namespace

std::optional<PossibleDays> written_days(std::string_view text, TermEnd end) {
  if (text.size() > LONGEST) return std::nullopt;
  if (auto const days = one_of(text)) return days;
  auto const term = end == TermEnd::none ? std::nullopt : term_of(text);
  return term ? one_of(end == TermEnd::first ? term->first : term->last) : std::nullopt;
}

}  // namespace redline
