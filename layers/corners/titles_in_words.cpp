// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/titles_in_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <regex>
#include <string_view>
#include <vector>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/page_words.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_TITLE_LINE = 2000;

bool begins_with(std::string const& text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto w) { return text.starts_with(w); });
}

constexpr char OPEN = '\x01', CLOSE = '\x02';  // of the brackets of a number that is a title: (一)

std::string with_numbers_apart(std::string text) {
  for (auto at = text.find('('); at != std::string::npos; at = text.find('(', at + 1)) {
    auto const end = text.find(')', at);
    if (end == std::string::npos) break;
    if (named_area(text.substr(at, end + 1 - at)).empty()) continue;
    text[at] = OPEN, text[end] = CLOSE;
    text.insert(end + 1, "\t"), text.insert(at, "\t");
  }
  return text;
}

std::vector<std::string> clauses(std::string const& words) {
  auto text = with_numbers_apart(narrow(words));
  for (std::string_view const mark : {"，", "；", "。", "、", "\n", ",", ";", ":", "(", ")", "[", "]"})
    text = replaced(text, mark, "\t");
  std::replace(text.begin(), text.end(), OPEN, '('), std::replace(text.begin(), text.end(), CLOSE, ')');
  auto out = split_at(text, "\t");
  std::erase_if(out, [](auto const& c) { return c.empty(); });
  return out;
}

std::string without_joint(std::string text) {
  for (std::string_view const joint : {"以及", "其中", "和", "及", "与"})
    if (text.starts_with(joint)) return trimmed_text(text.substr(joint.size()));
  return text;
}

// 矿区二 of 矿区二由以下拐点圈定.
std::string title_in_words(std::string const& clause) {
  if (is_deducted(clause) || !named_area(clause).empty()) return clause;
  auto const text = without_joint(clause);
  if (!named_area(text).empty()) return text;
  for (std::string_view const verb : {"由", "为", "以", "共", "面积", "拐点", "开采标高", "标高"}) {
    auto const at = text.find(verb);
    if (at != std::string::npos && !named_area(text.substr(0, at)).empty()) return trimmed_text(text.substr(0, at));
  }
  return {};
}

bool says_number(std::string const& clause) {
  return begins_with(clause, {"面积", "矿区面积", "标高", "开采标高", "高程", "深度", "开采深度"});
}

}  // namespace

std::string title_in(std::string const& words) {
  if (words.size() > LONGEST_TITLE_LINE) return {};
  auto const all = clauses(words);
  for (auto c = all.rbegin(); c != all.rend(); ++c)
    if (auto title = title_in_words(*c); !title.empty()) return title;
  return {};
}

bool is_number_alone(std::string const& title) {
  auto const text = trimmed_text(narrow(title));
  return is_bare_number(text) || (text.starts_with('(') && text.ends_with(')') && !named_area(text).empty());
}

bool ends_ring(std::string const& words) {
  static std::regex const verb("圈定|围成|围合|所围|闭合|组成|构成|另一|另外|其他"), corners("拐点|坐标|点号");
  if (words.size() > LONGEST_TITLE_LINE || goes_on_here(words)) return false;
  auto const text = trimmed_text(narrow(words));
  return std::regex_search(text, verb) || (text.ends_with(':') && !std::regex_search(text, corners));
}

std::string without_marks(std::string const& words) {
  constexpr std::array<std::string_view, 9> MARKS{"，", "；", "。", "、", ",", ";", ":", ".", " "};
  auto text = trimmed_text(narrow(words));
  for (bool more = true; more;) {
    more = false;
    for (auto const mark : MARKS) {
      if (text.starts_with(mark)) text = text.substr(mark.size()), more = true;
      if (text.ends_with(mark)) text.resize(text.size() - mark.size()), more = true;
    }
  }
  return text;
}

bool names_more_than_corners(std::string const& words) {
  constexpr std::array<std::string_view, 26> OF_CORNERS{
      "界址", "拐点", "角点", "顶点", "点号", "编号", "序号", "坐标", "经纬度", "经度", "纬度", "其中", "以及",
      "分别", "依次", "如下", "各",   "点",   "第",   "号",   "和",   "及",     "与",   "至",   "到",   "为"};
  if (words.size() > LONGEST_TITLE_LINE) return false;
  auto text = without_marks(words);
  for (auto const word : OF_CORNERS) text = replaced(text, word, "");
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<signed char>(c) < 0 || std::isalpha(static_cast<unsigned char>(c)) != 0;
  });
}

bool unread_number(std::string const& words) {
  if (words.size() > LONGEST_TITLE_LINE) return has_digit(words);
  auto const all = clauses(words);
  return std::any_of(all.begin(), all.end(),
                     [](auto const& c) { return has_digit(c) && title_in_words(c).empty() && !says_number(c); });
}

}  // namespace redline
