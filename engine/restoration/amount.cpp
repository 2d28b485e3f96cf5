// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/amount.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <map>

namespace redline {
namespace {

using Count = Amount::Count;

constexpr int MOST_DIGITS = 18;  // before the point
constexpr int EXCEL_DIGITS = 15, LARGEST_EXPONENT = 400;
constexpr int FINEST = 36;  // decimals; of 15 digits in the largest unit less than half a part is left

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// Full-width digits and signs, spaces and thousands commas as a keyboard in Chinese leaves them.
std::string plain(std::string_view text) {
  std::string out(text);
  bool const simple =
      std::all_of(text.begin(), text.end(), [](unsigned char c) { return c > ' ' && c < 0x80 && c != ','; });
  if (simple) return out;  // nothing to change
  constexpr std::array<std::string_view, 10> WIDE{"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
  for (std::size_t i = 0; i < WIDE.size(); ++i) replace_all(out, WIDE[i], std::string(1, static_cast<char>('0' + i)));
  for (auto const& [from, to] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"．", "."}, {"，", ","}, {"－", "-"}, {"\u3000", ""}, {"\u00a0", ""}, {" ", ""}, {"\t", ""}})
    replace_all(out, from, to);
  return out;
}

Count power_of_ten(int n) {
  Count out = 1;
  while (n-- > 0) out *= 10;
  return out;
}

std::string digits(Count n) {
  std::string out;
  do out.insert(out.begin(), static_cast<char>('0' + static_cast<int>(n % 10)));
  while ((n /= 10) != 0);
  return out;
}

Count half_even(Count value, Count divisor) {  // value >= 0
  auto const whole = value / divisor, twice = 2 * (value % divisor);
  return whole + (twice > divisor || (twice == divisor && whole % 2 != 0) ? 1 : 0);
}

struct Number {  // mantissa * 10^-decimals
  Count mantissa = 0;
  int decimals = 0;
  bool computed = false;  // as a program writes its own numbers: with an exponent, or with all the digits it has
};

std::optional<int> exponent(std::string_view text) {  // of "1.5e-05": -5
  if (text.empty()) return 0;
  text.remove_prefix(1);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  int out = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  bool const whole = error == std::errc{} && end == text.data() + text.size();
  return whole && std::abs(out) <= LARGEST_EXPONENT ? std::optional(out) : std::nullopt;
}

// Digits alone, without zeros in front; `point`: how many of them, or of zeros, stand behind the point.
bool split(std::string_view text, std::string& figures, int& point) {
  bool behind = false, any = false;
  for (char const c : text) {
    if (c == '.' && !behind) {
      behind = true;
      continue;
    }
    if (c < '0' || c > '9') return false;
    any = true, point += behind ? 1 : 0;
    if (!figures.empty() || c != '0') figures += c;
  }
  return any;
}

// Digits beyond the fifteenth are those of binary fractions; Excel does not show them either.
void cut(std::string& figures, Number& n) {
  auto const more = static_cast<int>(figures.size()) - EXCEL_DIGITS;
  n.computed = n.computed || more >= 0;
  bool const up = more > 0 && figures[EXCEL_DIGITS] >= '5';
  if (more > 0) figures.resize(EXCEL_DIGITS), n.decimals -= more;
  for (char const c : figures) n.mantissa = n.mantissa * 10 + (c - '0');
  n.mantissa += up ? 1 : 0;
  for (; n.mantissa != 0 && n.mantissa % 10 == 0; n.mantissa /= 10) --n.decimals;
}

// "1,234,567.8": commas stand between groups of three digits. "1,23" may be 1.23 or 123, and is no number.
bool grouped(std::string_view s) {
  if (s.find(',') == std::string_view::npos) return true;
  if (s.front() == '-' || s.front() == '+') s.remove_prefix(1);
  auto const whole = s.substr(0, s.find_first_of(".eE"));
  if (s.find(',', whole.size()) != std::string_view::npos) return false;
  auto const first = whole.find(',');
  if (first == 0 || first > 3 || (whole.size() - first) % 4 != 0) return false;
  for (auto at = first; at < whole.size(); ++at)
    if ((whole[at] == ',') != ((at - first) % 4 == 0)) return false;
  return true;
}

std::optional<Number> parse_number(std::string_view text) {
  auto s = plain(text);
  if (!grouped(s)) return std::nullopt;
  s.erase(std::remove(s.begin(), s.end(), ','), s.end());
  bool const negative = !s.empty() && s.front() == '-';
  if (!s.empty() && (s.front() == '-' || s.front() == '+')) s.erase(0, 1);
  auto const e = std::min(s.find_first_of("eE"), s.size());
  auto const power = exponent(std::string_view(s).substr(e));
  Number n;
  std::string figures;
  if (!power || !split(std::string_view(s).substr(0, e), figures, n.decimals)) return std::nullopt;
  n.decimals -= *power, n.computed = e < s.size();
  if (static_cast<int>(figures.size()) - n.decimals > MOST_DIGITS) return std::nullopt;
  cut(figures, n);
  if (n.mantissa == 0) n.decimals = 0;
  if (n.decimals < 0) n.mantissa *= power_of_ten(-n.decimals), n.decimals = 0;
  if (negative) n.mantissa = -n.mantissa;
  return n;
}

// In parts, to the nearest one; what a person wrote must be an exact number of them.
std::optional<Count> in_parts(Number const& n, Unit const& unit) {
  if (n.decimals > FINEST) return n.computed ? std::optional<Count>(0) : std::nullopt;
  auto const parts = n.mantissa * unit.numerator * (Amount::PARTS / unit.denominator);
  auto const divisor = power_of_ten(n.decimals);
  if (parts % divisor == 0) return parts / divisor;
  if (!n.computed) return std::nullopt;
  return parts < 0 ? -half_even(-parts, divisor) : half_even(parts, divisor);
}

std::map<std::string_view, Unit> const& units() {
  static auto const table = [] {
    std::map<std::string_view, Unit> t;
    auto const add = [&](Dimension d, std::int64_t numerator, std::int64_t denominator,
                         std::initializer_list<std::string_view> names) {
      for (auto const name : names) t[name] = {d, numerator, denominator};
    };
    add(Dimension::area, 1, 1, {"m2", "m²", "㎡", "平方米", "平米"});
    add(Dimension::area, 10'000, 1, {"万m2", "万m²", "万㎡", "万平方米", "ha", "㏊", "hm2", "hm²", "公顷"});
    add(Dimension::area, 100'000'000, 1, {"万公顷", "万ha", "万hm2"});
    add(Dimension::area, 1'000'000, 1, {"km2", "km²", "㎢", "平方公里", "平方千米"});
    add(Dimension::area, 10'000'000'000, 1, {"万km2", "万km²", "万平方公里"});
    add(Dimension::area, 2000, 3, {"亩", "mu", "市亩"});
    add(Dimension::area, 20'000'000, 3, {"万亩"});
    add(Dimension::volume, 1, 1, {"m3", "m³", "立方米", "方"});
    add(Dimension::volume, 10'000, 1, {"万m3", "万m³", "万立方米", "万方"});
    add(Dimension::volume, 100'000'000, 1, {"亿m3", "亿m³", "亿立方米", "亿方"});
    return t;
  }();
  return table;
}

bool starts(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

// "1.5e-05ha": behind the exponent, if what follows the digits is one.
std::size_t end_of_number(std::string_view s) {
  constexpr std::string_view DIGITS = "0123456789";
  auto const end = s.find_first_not_of("+-.,0123456789");
  if (end == 0 || end == std::string_view::npos || (s[end] != 'e' && s[end] != 'E')) return end;
  auto const sign = end + 1 < s.size() && (s[end + 1] == '+' || s[end + 1] == '-') ? 1U : 0U;
  auto const first = end + 1 + sign;
  if (first >= s.size() || DIGITS.find(s[first]) == std::string_view::npos) return end;
  return s.find_first_not_of(DIGITS, first);
}

bool lower_bound(std::string_view word) {
  constexpr std::string_view BOUNDS[] = {"超过", "不少于", "不低于", "不小于", "大于等于", "大于",
                                         "至少", "≥",      ">=",     ">",      "＞",       "超"};
  return std::find(std::begin(BOUNDS), std::end(BOUNDS), word) != std::end(BOUNDS);
}

// One word in front of a figure, of those that people write.
bool take_word(std::string& s, Quoted& out) {
  for (std::string_view const word :
       {"共计", "共", "累计", "超过", "不少于", "不低于", "不小于", "大于等于", "大于", "至少",
        "≥",    ">=", ">",    "＞",   "超",     "大约",   "约为",   "约",       "将近", "近"}) {
    if (!starts(s, word)) continue;
    s.erase(0, word.size());
    if (lower_bound(word)) out.at_least = true;
    if (word.ends_with("约") || word.ends_with("近") || word == "约为") out.approximate = true;
    return true;
  }
  return false;
}

bool cut_out(std::string& text, std::string_view word) {
  auto const at = text.find(word);
  if (at != std::string::npos) text.erase(at, word.size());
  return at != std::string::npos;
}

}  // namespace

Amount Amount::from_double(double base_units) {
  return Amount(static_cast<Count>(std::llround(base_units * 1e4)) * (PARTS / 10'000));
}

std::string Amount::decimal(int places) const {
  auto const value = m_parts < 0 ? -m_parts : m_parts;
  auto text = digits(half_even(value * power_of_ten(places), PARTS));
  if (places > 0) {
    if (auto const least = static_cast<std::size_t>(places) + 1; text.size() < least)
      text.insert(0, least - text.size(), '0');
    text.insert(text.size() - static_cast<std::size_t>(places), 1, '.');
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return m_parts < 0 && text != "0" ? "-" + text : text;
}

double Amount::to_double(int places) const { return std::stod(decimal(places)); }

std::optional<Unit> unit_of(std::string_view text) {
  auto s = plain(text);
  std::transform(s.begin(), s.end(), s.begin(),
                 [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
  auto const it = units().find(s);
  return it == units().end() ? std::nullopt : std::optional(it->second);
}

std::optional<Amount> parse_amount(std::string_view number, Unit unit) {
  auto const n = parse_number(number);
  auto const parts = n ? in_parts(*n, unit) : std::nullopt;
  return parts ? std::optional(Amount(*parts)) : std::nullopt;
}

Quoted take_apart(std::string_view cell) {
  auto s = plain(cell);
  Quoted out;
  while (take_word(s, out)) {
  }
  auto const end = end_of_number(s);
  out.number = s.substr(0, end);
  out.unit = end == std::string::npos ? "" : s.substr(end);
  for (std::string_view const word : {"余", "多", "以上"})
    if (cut_out(out.unit, word)) out.at_least = true;
  if (cut_out(out.unit, "左右")) out.approximate = true;
  return out;
}

}  // namespace redline
