// SPDX-License-Identifier: Apache-2.0
#include "engine/core/date.hpp"

#include <fmt/format.h>

#include <regex>

namespace redline {

namespace {

constexpr std::size_t LONGEST = 200;  // bytes; the patterns below recurse with each
using Match = std::match_results<std::string_view::const_iterator>;

std::optional<Date> calendar_day(int year, int month, int day) {
  Date const date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                  std::chrono::day{static_cast<unsigned>(day)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

// YYYY-MM-DD or YYYY/MM/DD, as GDAL gives them: a ledger has hundreds of thousands.
bool plain(std::string_view text) {
  if (text.size() != 10 || text[4] != text[7] || (text[4] != '-' && text[4] != '/')) return false;
  for (std::size_t i = 0; i < 10; ++i)
    if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
  return true;
}

// Behind the digits of a day: nothing, 日, or a time of day (10:20, 10:20:30.5+08:00, 10:20 PM, 上午10:20, 10时20分);
// never a second day or a remark.
bool ends_a_day(std::string const& rest) {
  constexpr auto FORM = std::regex::ECMAScript | std::regex::icase;
  static std::regex const nothing(R"((?:\s|　)*(?:日)?(?:\s|　)*)");
  static std::regex const colons(
      R"((?:(?:\s|　)*日|T|\s|　)(?:\s|　)*(?:上午|下午)?\s*\d{1,2}(?:(?::|：)\d{1,2}){1,2}(?:[.,]\d+)?\s*(?:[AP]M)?\s*(?:Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d\d)?)?\s*)",
      FORM);
  static std::regex const words(
      R"((?:(?:\s|　)*日|T|\s|　)(?:\s|　)*(?:(?:上午|下午)?\s*\d{1,2}\s*(?:时|点)(?:整|\s*\d{1,2}\s*分(?:\s*\d{1,2}\s*秒)?)?|\d{1,2}\s*[AP]M)\s*)",
      FORM);
  return std::regex_match(rest, nothing) || std::regex_match(rest, colons) || std::regex_match(rest, words);
}

int digits(std::string_view text) {
  int n = 0;
  for (char const c : text) n = n * 10 + (c - '0');
  return n;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (plain(text)) return calendar_day(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8)));
  if (text.size() > LONGEST) return std::nullopt;
  static std::regex const separated(
      R"(^\s*(\d{4})\s*(?:-|/|\.|年)\s*(\d{1,2})\s*(?:-|/|\.|月)\s*(\d{1,2})(?!\d)([\s\S]*)$)");
  static std::regex const packed(R"(^\s*(\d{4})(\d{2})(\d{2})\s*$)");
  Match m;
  if (!std::regex_match(text.begin(), text.end(), m, separated) &&
      !std::regex_match(text.begin(), text.end(), m, packed))
    return std::nullopt;
  if (m.size() > 4 && !ends_a_day(m[4].str())) return std::nullopt;
  auto const number = [&](std::size_t i) { return std::stoi(m[i].str()); };
  return calendar_day(number(1), number(2), number(3));
}

std::string to_string(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string to_string(std::optional<Date> const& date) { return date ? to_string(*date) : std::string{}; }

}  // namespace redline
