// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/whole_brackets.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/running_text.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_REST = 200;  // of a corner
constexpr std::array<std::string_view, 8> SEPARATORS{"，", "；", "、", "：", ",", ";", ":", ")"};

// Nothing but what a pair is written with.
bool part_of_pair(std::string text) {
  constexpr std::array<std::string_view, 18> ALSO{"东经", "北纬", "经度", "纬度", "，", "、", "；", "：", "°",
                                                  "º",    "˚",    "度",   "′",    "’",  "分", "″",  "”",  "秒"};
  for (auto const mark : ALSO) text = replaced(text, mark, " ");
  return text.find_first_not_of("0123456789 .,;:=+-XYxy'\"") == std::string::npos;
}

// The start of a corner that a line, narrowed, does not end; its length where there is none.
std::size_t unfinished_at(std::string const& text, std::string const& next) {
  auto const open = text.find_last_of("([");
  if (open != std::string::npos && text.find_first_of(")]", open) == std::string::npos) {
    auto const inside = text.substr(open + 1);
    return inside.size() <= LONGEST_REST && part_of_pair(inside) ? place_of_name(text.substr(0, open)) : text.size();
  }
  bool const bracket_next = next.starts_with('(') || next.starts_with('[');
  if (!bracket_next || !running_text(next)) return text.size();
  auto const name = place_of_name(text);
  auto const before = text.substr(0, name);
  bool const alone = before.empty() || std::any_of(SEPARATORS.begin(), SEPARATORS.end(),
                                                   [&](auto mark) { return before.ends_with(mark); });
  return alone ? name : text.size();
}

std::string with_rest(std::string const& rest, std::string const& line) {
  if (rest.empty()) return line;
  auto const next = trimmed_text(line);
  bool const two_numbers = !next.empty() && is_digit(rest.back()) && is_digit(next[0]);
  return rest + (two_numbers ? " " : "") + next;
}

}  // namespace

std::vector<WholeLine> whole_brackets(std::vector<std::string> const& lines) {
  std::vector<WholeLine> out;
  std::string rest;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto const line = with_rest(rest, lines[i]);
    rest.clear();
    auto const next = i + 1 < lines.size() ? trimmed_text(narrow(lines[i + 1])) : std::string{};
    auto const text = next.empty() ? std::string{} : trimmed_text(narrow(line));
    auto const at = unfinished_at(text, next);
    if (at < text.size() && text.size() - at <= LONGEST_REST) {
      rest = text.substr(at);
      out.push_back({text.substr(0, at), trimmed_text(text.substr(0, at)).empty()});
    } else {
      out.push_back({line, false});
    }
  }
  return out;
}

}  // namespace redline
