// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/said_counts.hpp"

#include <array>
#include <regex>
#include <string_view>

#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

std::string const OF_CORNER = "(?:拐|界址|角|顶|坐标|转折)点";

// 十六, 二十, 一百零八; 0 where it is none.
std::size_t chinese_number(std::string const& text) {
  constexpr std::array<std::string_view, 11> DIGITS{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "两"};
  std::size_t sum = 0, digit = 0;
  for (std::size_t at = 0; at < text.size(); at += DIGITS[0].size()) {
    auto const sign = text.substr(at, DIGITS[0].size());
    if (sign == "十" || sign == "百") {
      sum += (digit == 0 ? 1 : digit) * (sign == "十" ? 10U : 100U), digit = 0;
      continue;
    }
    for (std::size_t i = 0; i < DIGITS.size(); ++i)
      if (sign == DIGITS[i]) digit = i == DIGITS.size() - 1 ? 2 : i;
  }
  return sum + digit;
}

// 六个拐点: 6个拐点.
std::string with_digits(std::string text) {
  static std::regex const words("((?:零|一|二|两|三|四|五|六|七|八|九|十|百){1,7})\\s*(?=(?:个\\s*)?" + OF_CORNER +
                                ")");
  std::smatch m;
  while (std::regex_search(text, m, words)) {
    auto const n = chinese_number(m[1].str());
    text = m.prefix().str() + (n > 0 ? std::to_string(n) : std::string("?")) + m.suffix().str();
  }
  return text;
}

// 1,2,3,4: their count where they run from 1 on.
std::size_t listed_numbers(std::string const& text) {
  static std::regex const one("[0-9]+");
  std::size_t n = 0;
  for (std::sregex_iterator i(text.begin(), text.end(), one), end; i != end; ++i)
    if (std::stoul((*i)[0].str()) != ++n) return 0;
  return n;
}

std::optional<std::size_t> counted_by_numbers(std::string const& text) {
  static std::regex const list(
      "(?:由|:|^|依次)\\s*([A-Za-z]{0,2}[0-9]{1,3}(?:\\s*(?:、|，|,|-|—|→)\\s*[A-Za-z]{0,2}[0-9]{1,3}){2,})\\s*(?:号|"
      "等)?\\s*(?:[0-9]"
      "{1,3}\\s*个\\s*)?" +
      OF_CORNER),
      range(
          "(?:由|:|^|依次)\\s*[A-Za-z]{0,2}1\\s*(?:号)?\\s*(?:-|—|–|~|～|至|到)+\\s*[A-Za-z]{0,2}([0-9]{1,3})\\s*(?:号)"
          "?\\s*(?:等)?" +
          OF_CORNER + "(?:坐标)?(?:依次|顺次)?(?:连线|连接|闭合)?(?:所)?(?:圈定|围成|组成|构成)");
  std::smatch m;
  if (std::regex_search(text, m, list))
    if (auto const n = listed_numbers(m[1].str()); n > 0) return n;
  if (std::regex_search(text, m, range)) return std::stoul(m[1].str());
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> said_count(std::string const& line) {
  static std::regex const whole("(?:共|由|计|以下|有)[^0-9]{0,6}([0-9]{1,4})\\s*个\\s*" + OF_CORNER),
      count(
          "(?:拐点|界址点|角点|顶点|坐标点|转折点|(?:^|[(:,;\\s]|，|；|。)点)\\s*(?:个|总|的个)?数(?:量|目)?\\s*(?:为|"
          "是|共|有|:|=)*\\s*([0-9]{1,4})(?![0-"
          "9.])"),
      points("(?:共|总共|合计)(?:计|有|为)?\\s*([0-9]{1,4})\\s*(?:个)?点(?!号|位|钟|前|后|以|半|整|[0-9])"),
      alone("(?:^|[(:,;\\s]|，|；|。)([0-9]{1,4})\\s*个\\s*" + OF_CORNER +
            "(?:坐标)?(?:圈定|围成|组成|构成|连线)?(?:$|[),;:\\s]|，|；|。)");
  auto const text = with_digits(line);
  std::smatch m;
  for (auto const* form : {&whole, &count, &points, &alone})
    if (std::regex_search(text, m, *form)) return std::stoul(m[1].str());
  return counted_by_numbers(text);
}

}  // namespace redline
