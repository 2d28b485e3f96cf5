// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/day_phrases.hpp"

#include <array>
#include <regex>
#include <string_view>

#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr int LAST_MONTH = 12, QUARTER = 3, HALF = 6, CENTURY = 2000;

int digit_of(std::string_view c) {
  constexpr std::array<std::string_view, 10> DIGITS{"〇零○Ｏ", "一元", "二两", "三", "四",
                                                    "五",      "六",   "七",   "八", "九"};
  for (std::size_t i = 0; i < DIGITS.size(); ++i)
    if (DIGITS[i].find(c) != std::string_view::npos) return static_cast<int>(i);
  return -1;
}

// 十二, 三十一, 五; each character has three bytes.
int number_of(std::string_view text) {
  constexpr std::size_t WIDE = 3;
  constexpr int TEN = 10;
  int tens = 0, ones = 0;
  for (std::size_t i = 0; i + WIDE <= text.size(); i += WIDE) {
    auto const c = text.substr(i, WIDE);
    if (c == "十")
      tens = ones == 0 ? 1 : ones, ones = 0;
    else
      ones = digit_of(c);
  }
  return tens * TEN + ones;
}

// Replaces what stands in front of a word, as `value` reads it.
template <class F>
void rewrite(std::string& text, std::regex const& form, F value) {
  std::string out;
  auto from = text.cbegin();
  for (std::sregex_iterator it(text.begin(), text.end(), form), end; it != end; ++it) {
    out.append(from, (*it)[0].first), out += value((*it)[1].str()), out += (*it)[2].str();
    from = (*it)[0].second;
  }
  out.append(from, text.cend());
  text = std::move(out);
}

std::string year_digits(std::string const& text) {
  constexpr std::size_t WIDE = 3;
  std::string out;
  for (std::size_t i = 0; i + WIDE <= text.size(); i += WIDE) out += std::to_string(digit_of(text.substr(i, WIDE)));
  return out;
}

std::optional<Date> end_of(int year, int month) {
  Date const out = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} / std::chrono::last;
  return out.ok() ? std::optional(out) : std::nullopt;
}

std::optional<Date> day_of_groups(int year, std::smatch const& m, std::size_t month, std::size_t day) {
  auto const number = std::stoi(m[month]);
  if (number < 1 || number > LAST_MONTH) return std::nullopt;
  if (!m[day].matched) return end_of(year, number);
  Date const out = std::chrono::year{year} / number / std::stoi(m[day]);
  return out.ok() ? std::optional(out) : std::nullopt;
}

int quarter_of(std::string const& text) { return text.size() == 1 ? std::stoi(text) : digit_of(text); }

// From the year on: the groups are year, year of two digits, quarter, half, end of the year, months from, to, month,
// day.
std::regex const& form() {
  static std::regex const out(
      R"(^(?:((?:19|20)\d\d)|(\d\d)(?=\s*年))\s*(?:年\s*(?:度)?|-|/|\.)?\s*(?:)"
      R"((?:第)?\s*(一|二|三|四|1|2|3|4)\s*季(?:度)?(?:末|底)?|(上|下)半年(?:末|底)?|((?:年)?(?:底|末|终)))"
      R"(|(\d{1,2})\s*(?:月)?\s*(?:-|至|到|~|—|–)\s*(\d{1,2})\s*月(?:份)?(?:底|末)?)"
      R"(|(\d{1,2})\s*(?:(?:月|-|/|\.)\s*(?:份)?\s*(?:(\d{1,2})(?!\d|\s*(?:月|季))\s*(?:日|号)?|(?:底|末|上旬|中旬|下旬))?)?)?)");
  return out;
}

std::optional<DayPhrase> single(std::string const& text, std::size_t at) {
  enum { YEAR = 1, SHORT, OF_QUARTER, OF_HALF, END, FROM, TO, MONTH, DAY };
  std::smatch m;
  if (!std::regex_search(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), m, form(),
                         std::regex_constants::match_continuous))
    return std::nullopt;
  int const year = m[YEAR].matched ? std::stoi(m[YEAR]) : CENTURY + std::stoi(m[SHORT]);
  auto last = end_of(year, LAST_MONTH);
  if (m[OF_QUARTER].matched) last = end_of(year, QUARTER * quarter_of(m[OF_QUARTER]));
  if (m[OF_HALF].matched) last = end_of(year, m[OF_HALF] == "上" ? HALF : LAST_MONTH);
  if (m[TO].matched) last = end_of(year, std::stoi(m[TO]));
  if (m[MONTH].matched) last = day_of_groups(year, m, MONTH, DAY);
  bool const more = m[OF_QUARTER].matched || m[OF_HALF].matched || m[END].matched || m[TO].matched || m[MONTH].matched;
  if (!last) return std::nullopt;
  return DayPhrase{*last, !more, static_cast<std::size_t>(m.length())};
}

// Behind 至, with or without its year.
std::optional<DayPhrase> until(std::string const& text, DayPhrase const& first, std::size_t at) {
  static std::regex const join(R"(^\s*(?:至|到|-|~|—|–)+\s*)");
  std::smatch m;
  auto const from = text.begin() + static_cast<std::ptrdiff_t>(at + first.length);
  if (!std::regex_search(from, text.end(), m, join, std::regex_constants::match_continuous)) return std::nullopt;
  auto const next = at + first.length + static_cast<std::size_t>(m.length());
  auto const own = single(text, next);
  if (own && first.last <= own->last) return DayPhrase{own->last, own->year_alone, next + own->length - at};
  auto const year = std::to_string(static_cast<int>(first.last.year())) + "年";
  auto const dated = single(year + text.substr(next), 0);
  if (!dated || dated->year_alone || dated->last < first.last) return std::nullopt;
  return DayPhrase{dated->last, false, next + dated->length - year.size() - at};
}

}  // namespace

std::string with_digits(std::string text) {
  text = narrow(text);
  if (text.find("年") == std::string::npos) return text;
  static std::regex const year(R"(((?:〇|零|○|一|二|三|四|五|六|七|八|九){4})(年))"),
      month(R"(((?:十|一|二|三|四|五|六|七|八|九){1,2})(月))"),
      day(R"(((?:十|一|二|三|四|五|六|七|八|九){1,3})(日|号))");
  rewrite(text, year, year_digits);
  for (auto const* form : {&month, &day})
    rewrite(text, *form, [](std::string const& n) { return std::to_string(number_of(n)); });
  return text;
}

std::optional<DayPhrase> day_phrase(std::string const& text, std::size_t at) {
  auto const first = single(text, at);
  if (!first) return std::nullopt;
  auto const whole = until(text, *first, at);
  return whole ? whole : first;
}

}  // namespace redline
