// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/labelled_row.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/hidden_coordinate.hpp"
#include "layers/corners/page_words.hpp"
#include "layers/corners/titles_in_words.hpp"

namespace redline {
namespace {

enum class Label { east, north, x, y };

constexpr std::array<std::pair<std::string_view, Label>, 8> LABELS{{{"东经", Label::east},
                                                                    {"经度", Label::east},
                                                                    {"北纬", Label::north},
                                                                    {"纬度", Label::north},
                                                                    {"X", Label::x},
                                                                    {"x", Label::x},
                                                                    {"Y", Label::y},
                                                                    {"y", Label::y}}};
constexpr std::array<std::string_view, 7> BEFORE_LETTER{" ", ",", ";", ":", "，", "；", "、"};
constexpr std::array<std::string_view, 12> SIGNS{"°", "º", "˚", "度", "′", "’", "'", "分", "″", "”", "\"", "秒"};
constexpr std::size_t LONGEST_LINE = 20000, LONGEST_NAME = 24, FEWEST_DIGITS = 4, LONG_NUMBER = 6, FEWEST_UNNAMED = 3;

// A part of a number at the start of the text; 0: it ends here.
std::size_t piece(std::string_view s) {
  if (s.empty()) return 0;
  if (is_digit(s[0]) || s[0] == '.' || s[0] == '-' || s[0] == '+') return 1;
  for (auto const sign : SIGNS)
    if (s.starts_with(sign)) return sign.size();
  return 0;
}

struct Found {
  Label label;
  std::size_t begin, end;  // of label and number
  std::string number;
  bool by_letter = false;  // E83°00′30″
};

// 28468455.78 before a space: what follows is the number of the next corner, not of this one (83 00 48.28).
bool is_over(std::string_view number, std::string_view behind) {
  auto const next = behind.find_first_not_of(' ');
  if (next == std::string_view::npos || !is_digit(behind[next])) return false;
  auto const last = number.find_last_not_of(".0123456789");
  auto const digits = number.substr(last == std::string_view::npos ? 0 : last + 1);
  return !digits.empty() && (digits.find('.') != std::string_view::npos || digits.size() >= LONG_NUMBER);
}

std::optional<Found> number_behind(std::string_view text, std::size_t at, std::string_view word, Label label) {
  auto i = at + word.size();
  auto const between = text.find_first_not_of(" :=(", i);
  if (between == std::string_view::npos) return std::nullopt;
  i = between;
  auto end = i;
  for (std::size_t next = i; next < text.size();) {
    auto const size = piece(text.substr(next));
    if (size == 0 && (text[next] != ' ' || is_over(text.substr(i, end - i), text.substr(next)))) break;
    next += std::max<std::size_t>(size, 1);
    if (size > 0) end = next;
  }
  auto number = trimmed_text(text.substr(i, end - i));
  while (!number.empty() && number.back() == '.') number.pop_back();
  if (std::count_if(number.begin(), number.end(), is_digit) < static_cast<long>(FEWEST_DIGITS)) return std::nullopt;
  return Found{label, at, end, std::move(number)};
}

// E or N right before degrees; behind them it is theirs.
std::optional<Found> letter_before_degrees(std::string_view text, std::size_t at) {
  if (text[at] != 'E' && text[at] != 'N') return std::nullopt;
  auto const before = text.substr(0, at);
  bool const free = at == 0 || std::any_of(BEFORE_LETTER.begin(), BEFORE_LETTER.end(),
                                           [&](auto mark) { return before.ends_with(mark); });
  auto const end = std::min(text.find_first_not_of("0123456789", at + 1), text.size());
  if (!free || end == at + 1 || !text.substr(end).starts_with("°")) return std::nullopt;
  auto const stop = std::min(text.find_first_of(" ,;", end), text.size());
  auto const word = text.substr(at, 1);
  auto found = number_behind(text.substr(0, stop), at, word, word == "E" ? Label::east : Label::north);
  if (found) found->by_letter = true;
  return found;
}

std::optional<Found> next_label(std::string_view text, std::size_t from) {
  for (auto at = from; at < text.size(); ++at) {
    for (auto const& [word, label] : LABELS) {
      if (!text.substr(at).starts_with(word)) continue;
      bool const inside = word.size() == 1 && at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0;
      if (auto found = inside ? std::nullopt : number_behind(text, at, word, label)) return found;
    }
    if (auto found = letter_before_degrees(text, at)) return found;
  }
  return std::nullopt;
}

// 1 of 矿区一1.
std::string behind_title(std::string name) {
  auto const last = name.find_last_not_of("0123456789");
  if (last == std::string::npos || last + 1 == name.size()) return name;
  auto at = last + 1;
  while (at > 0 && (std::isalpha(static_cast<unsigned char>(name[at - 1])) != 0 || name[at - 1] == '-')) --at;
  return named_area(name.substr(0, at)).empty() ? name : name.substr(at);
}

// 1 of "；1、" and J2 of "拐点 J2：".
std::string name_in(std::string_view between) {
  auto text = std::string(between);
  for (auto const* mark : {"，", "；", "。", "、", ",", ";", ":", "(", ")", "[", "]"}) text = replaced(text, mark, " ");
  text = trimmed_text(text);
  while (!text.empty() && text.back() == '.') text.pop_back();
  if (auto const space = text.find_last_of(' '); space != std::string::npos) text = text.substr(space + 1);
  text = behind_title(std::move(text));
  return has_digit(text) && text.size() <= LONGEST_NAME ? text : std::string{};
}

std::optional<LabelledCorner> pair(std::string name, Found const& a, Found const& b) {
  if (a.label == Label::north && b.label == Label::east)
    return LabelledCorner{std::move(name), a.number, b.number, true};
  if (a.label == Label::east && b.label == Label::north)
    return LabelledCorner{std::move(name), b.number, a.number, true};
  if (a.label == Label::x && b.label == Label::y) return LabelledCorner{std::move(name), a.number, b.number, false};
  if (a.label == Label::y && b.label == Label::x) return LabelledCorner{std::move(name), b.number, a.number, false};
  return std::nullopt;
}

// Not a place that is told in a sentence: 位于县城南，东经…，北纬…，海拔1200米.
bool all_meant(std::vector<LabelledCorner> const& corners) {
  bool const unnamed =
      corners.size() >= FEWEST_UNNAMED || (!corners.empty() && !names_more_than_corners(corners[0].words));
  return std::all_of(corners.begin(), corners.end(),
                     [&](LabelledCorner const& c) { return c.name.empty() ? unnamed : names_corner(c.name); });
}

LabelledLine with_words_behind(std::vector<LabelledCorner> corners, std::string const& behind) {
  if (has_digit(behind) && (hides_coordinate(behind) || !all_meant(corners))) return {};
  return {std::move(corners), trimmed_text(behind)};
}

}  // namespace

LabelledLine labelled_line(std::string const& line) {
  if (line.size() > LONGEST_LINE) return {};
  auto const text = narrow(line);
  std::vector<LabelledCorner> out;
  std::size_t at = 0;
  bool letters = false;
  while (auto const a = next_label(text, at)) {
    letters = letters || a->by_letter;
    auto const b = next_label(text, a->end);
    if (!b || has_digit(std::string_view(text).substr(a->end, b->begin - a->end))) return {};
    auto const between = std::string_view(text).substr(at, a->begin - at);
    auto corner = pair(name_in(between), *a, *b);
    if (!corner) return {};
    corner->words = between.substr(0, corner->name.empty() ? between.size() : between.rfind(corner->name));
    if (!out.empty() && hides_coordinate(corner->words)) return {};
    out.push_back(std::move(*corner));
    at = b->end;
  }
  if (letters && out.size() == 1) return {};  // a row as others
  return with_words_behind(std::move(out), text.substr(at));
}

std::vector<LabelledCorner> labelled_corners(std::string const& line) { return labelled_line(line).corners; }

}  // namespace redline
