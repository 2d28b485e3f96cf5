// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/plain_signs.hpp"

#include <algorithm>
#include <array>
#include <regex>
#include <string_view>

#include "engine/core/letters.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_SIGNED = 2000, DIGITS_OF_METRES = 6;
constexpr std::string_view LETTER_O = "o";
constexpr std::array<std::string_view, 7> DEGREE{"°", "º", "˚", "度", "゜", "∘", LETTER_O};
constexpr std::array<std::string_view, 10> MINUTE{"′", "’", "‘", "'", "分", "´", "ˊ", "ʹ", "`", "＇"};
constexpr std::array<std::string_view, 7> SECOND{"″", "”", "“", "秒", "〞", "ʺ", "˝"};

template <class Signs>
std::size_t size_of_sign(std::string_view text, Signs const& signs) {
  for (auto const sign : signs)
    if (text.starts_with(sign)) return sign.size();
  return 0;
}

// ″, or two signs of minutes.
std::size_t size_of_second(std::string_view text) {
  if (auto const one = size_of_sign(text, SECOND)) return one;
  auto const first = size_of_sign(text, MINUTE);
  auto const second = first == 0 ? 0 : size_of_sign(text.substr(first), MINUTE);
  return second == 0 ? 0 : first + second;
}

class Line {
 public:
  explicit Line(std::string_view text) : m_text(text) {}

  std::string work() {
    while (m_at < m_text.size()) {
      if (!is_digit(m_text[m_at])) {
        take(1);
        continue;
      }
      auto const begin = m_at;
      number();
      if (m_at - begin <= 3)
        degrees();
      else
        metres(begin);
    }
    return std::move(m_out);
  }

 private:
  void take(std::size_t n) { m_out += m_text.substr(m_at, n), m_at += n; }
  bool at_digit() const { return m_at < m_text.size() && is_digit(m_text[m_at]); }
  std::size_t behind_spaces() const { return std::min(m_text.find_first_not_of(' ', m_at), m_text.size()); }
  std::string_view rest() const { return m_text.substr(behind_spaces()); }
  void sign(std::size_t size, char const* plain) {
    take(behind_spaces() - m_at);
    m_out += plain, m_at += size;
    take(behind_spaces() - m_at);
  }
  void number() {
    while (at_digit() || (m_at + 1 < m_text.size() && m_text[m_at] == '.' && is_digit(m_text[m_at + 1]))) take(1);
  }

  void degrees() {
    auto const size = size_of_sign(rest(), DEGREE);
    if (size == 0 || (rest().starts_with(LETTER_O) && !has_minutes(rest().substr(size)))) return;
    sign(size, "°");
    if (!at_digit()) return;
    number();
    auto const minute = size_of_sign(rest(), MINUTE);
    if (minute == 0 || size_of_second(rest()) > 0) return;
    sign(minute, "′");
    if (!at_digit()) return;
    number();
    if (auto const second = size_of_second(rest())) sign(second, "″");
  }

  static bool has_minutes(std::string_view text) {
    auto const end = std::min(text.find_first_not_of("0123456789."), text.size());
    return end > 0 && size_of_sign(text.substr(end), MINUTE) > 0;
  }

  void metres(std::size_t begin) {
    auto const whole = std::min(m_text.find('.', begin), m_at) - begin;
    bool const free = begin == 0 || std::string_view(" ,;\t=|").find(m_text[begin - 1]) != std::string_view::npos;
    auto const size = m_text.substr(m_at).starts_with("米")  ? std::string_view("米").size()
                      : m_text.substr(m_at).starts_with("m") ? 1
                                                             : 0;
    if (whole < DIGITS_OF_METRES || !free || size == 0) return;
    auto const next = m_at + size;
    bool const ends = next == m_text.size() ||
                      std::string_view(" ,;\t|").find(m_text[next]) != std::string_view::npos ||
                      m_text.substr(next).starts_with("，") || m_text.substr(next).starts_with("；");
    if (ends) m_at = next;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  std::string m_out;
};

std::regex const& dashed() {
  static std::regex const out(
      R"((^|[^\w.\-])([EN]?)(\d{2,3})-(\d{1,2})-(\d{1,2}(?:\.\d+)?)(?![0-9.\-]|[A-DF-MO-Za-z]))");
  return out;
}

bool may_be_dashed(std::string const& text) {
  return text.size() <= LONGEST_SIGNED && std::count(text.begin(), text.end(), '-') >= 2;
}

// A latitude and a longitude of China, so that neither dates nor names of corners are meant.
bool has_dashed_pair(std::vector<std::string> const& cells) {
  bool north = false, east = false;
  for (auto const& text : cells) {
    if (!may_be_dashed(text)) continue;
    for (auto i = std::sregex_iterator(text.begin(), text.end(), dashed()); i != std::sregex_iterator(); ++i) {
      auto const degrees = std::stoi((*i)[3].str());
      north = north || (degrees >= 3 && degrees <= 54), east = east || (degrees >= 73 && degrees <= 136);
    }
  }
  return north && east;
}

}  // namespace

void write_signs_plainly(std::vector<std::string>& cells) {
  bool const pair = has_dashed_pair(cells);
  for (auto& text : cells) {
    if (pair && may_be_dashed(text)) text = std::regex_replace(text, dashed(), "$1$2$3°$4′$5″");
    text = Line(text).work();
  }
}

std::string with_plain_signs(std::string const& line) {
  std::vector<std::string> one{line};
  write_signs_plainly(one);
  return std::move(one[0]);
}

}  // namespace redline
