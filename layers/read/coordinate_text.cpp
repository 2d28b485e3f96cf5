// SPDX-License-Identifier: Apache-2.0
#include "layers/read/coordinate_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <regex>
#include <string_view>
#include <utility>

namespace redline {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 38> SIGNS{{{"°", " "},
                                                                               {"º", " "},
                                                                               {"˚", " "},
                                                                               {"度", " "},
                                                                               {"′", " "},
                                                                               {"’", " "},
                                                                               {"‘", " "},
                                                                               {"'", " "},
                                                                               {"分", " "},
                                                                               {"″", " "},
                                                                               {"”", " "},
                                                                               {"“", " "},
                                                                               {"\"", " "},
                                                                               {"秒", " "},
                                                                               {"：", " "},
                                                                               {":", " "},
                                                                               {"　", " "},
                                                                               {"\xC2\xA0", " "},
                                                                               {"\t", " "},
                                                                               {"东经", " "},
                                                                               {"北纬", " "},
                                                                               {"西经", "-"},
                                                                               {"南纬", "-"},
                                                                               {"E", " "},
                                                                               {"N", " "},
                                                                               {"W", "-"},
                                                                               {"S", "-"},
                                                                               {"．", "."},
                                                                               {"，", ","},
                                                                               {"－", "-"},
                                                                               {"−", "-"},
                                                                               {"\xEF\xBC\x90", "0"},
                                                                               {"\xEF\xBC\x91", "1"},
                                                                               {"\xEF\xBC\x92", "2"},
                                                                               {"\xEF\xBC\x93", "3"},
                                                                               {"\xEF\xBC\x94", "4"},
                                                                               {"\xEF\xBC\x95", "5"},
                                                                               {"\xEF\xBC\x96", "6"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> MORE{
    {{"\xEF\xBC\x97", "7"}, {"\xEF\xBC\x98", "8"}, {"\xEF\xBC\x99", "9"}}};

constexpr std::size_t LONGEST = 200;  // bytes of one coordinate; the patterns below recurse with each

std::string trimmed(std::string const& s) {
  auto const first = s.find_first_not_of(" \r\n\t");
  return first == std::string::npos ? std::string{} : s.substr(first, s.find_last_not_of(" \r\n\t") - first + 1);
}

std::string plain(std::string text) {
  auto const replace = [&](auto const& table) {
    for (auto const& [sign, with] : table)
      for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at + with.size()))
        text.replace(at, sign.size(), with);
  };
  replace(SIGNS);
  replace(MORE);
  return trimmed(text);
}

std::optional<double> number(std::string const& text) {
  double out = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  bool const whole = error == std::errc{} && end == text.data() + text.size() && !text.empty();
  return whole && std::isfinite(out) ? std::optional(out) : std::nullopt;
}

std::optional<double> with_thousands(std::string text) {
  static std::regex const grouped(R"(-?\d{1,3}(,\d{3})+(\.\d+)?)");
  if (!std::regex_match(text, grouped)) return std::nullopt;
  text.erase(std::remove(text.begin(), text.end(), ','), text.end());
  return number(text);
}

struct Angle {
  double degrees = 0, minutes = 0, seconds = 0;
  bool negative = false;
  AngleFault fault() const {
    return minutes >= 60 ? AngleFault::minutes : seconds > 60 ? AngleFault::seconds : AngleFault::none;
  }
};

std::optional<Angle> angle(std::string const& text) {
  static std::regex const dms(R"((-?)\s*(\d{1,3})\s+(\d{1,2}(?:\.\d+)?)(?:\s+(\d{1,2}(?:\.\d+)?))?\s*(-?))");
  std::smatch m;
  if (!std::regex_match(text, m, dms)) return std::nullopt;
  return Angle{*number(m[2].str()), *number(m[3].str()), m[4].matched ? *number(m[4].str()) : 0.0,
               m[1].length() + m[5].length() > 0};
}

std::optional<double> sexagesimal(std::string const& text) {
  auto const a = angle(text);
  if (!a || a->fault() != AngleFault::none) return std::nullopt;
  auto const value = a->degrees + a->minutes / 60 + a->seconds / 3600;
  return a->negative ? -value : value;
}

std::optional<double> signed_behind(std::string const& text) {  // 69.2W, as "69.2-"
  if (text.size() < 2 || text.back() != '-') return std::nullopt;
  auto const value = number(trimmed(text.substr(0, text.size() - 1)));
  return value ? std::optional(-*value) : std::nullopt;
}

}  // namespace

std::optional<double> coordinate(std::string const& given) {
  if (given.size() > LONGEST) return std::nullopt;
  if (auto const value = number(trimmed(given))) return value;
  auto const text = plain(given);
  if (auto const value = number(text)) return value;
  if (auto const value = signed_behind(text)) return value;
  if (auto const value = with_thousands(text)) return value;
  return sexagesimal(text);
}

AngleFault angle_fault(std::string const& text) {
  auto const a = text.size() <= LONGEST ? angle(plain(text)) : std::nullopt;
  return a ? a->fault() : AngleFault::none;
}

std::optional<double> packed_degrees(double value) {
  auto const magnitude = std::abs(value);
  if (magnitude < 10000 || magnitude >= 1800000) return std::nullopt;
  auto const degrees = std::floor(magnitude / 10000), minutes = std::floor(std::fmod(magnitude, 10000) / 100);
  auto const seconds = std::fmod(magnitude, 100);
  if (minutes >= 60 || seconds > 60 || degrees > 180) return std::nullopt;
  return std::copysign(degrees + minutes / 60 + seconds / 3600, value);
}

}  // namespace redline
