// SPDX-License-Identifier: Apache-2.0
#include "engine/core/date.hpp"

#include <fmt/format.h>

#include <regex>

namespace redline {

std::optional<Date> parse_date(std::string_view text) {
  static std::regex const separated(
      R"(^\s*(\d{4})\s*(?:-|/|\.|年)\s*(\d{1,2})\s*(?:-|/|\.|月)\s*(\d{1,2})\s*(?:日)?(?:[T\s].*)?$)");
  static std::regex const packed(R"(^\s*(\d{4})(\d{2})(\d{2})\s*$)");
  std::match_results<std::string_view::const_iterator> m;
  if (!std::regex_match(text.begin(), text.end(), m, separated) &&
      !std::regex_match(text.begin(), text.end(), m, packed))
    return std::nullopt;
  auto const number = [&](std::size_t i) { return std::stoi(m[i].str()); };
  Date const date{std::chrono::year{number(1)}, std::chrono::month{static_cast<unsigned>(number(2))},
                  std::chrono::day{static_cast<unsigned>(number(3))}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string to_string(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string to_string(std::optional<Date> const& date) { return date ? to_string(*date) : std::string{}; }

}  // namespace redline
