// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/reserve_name.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace redline {
namespace {

using Pair = std::array<std::string_view, 2>;

// The traditional characters that occur in names of reserves.
constexpr Pair SIMPLIFIED[] = {{"納", "纳"}, {"魯", "鲁"}, {"爾", "尔"}, {"羅", "罗"}, {"駱", "骆"}, {"駝", "驼"},
                               {"裡", "里"}, {"裏", "里"}, {"楊", "杨"}, {"濕", "湿"}, {"溼", "湿"}, {"陸", "陆"},
                               {"龜", "龟"}, {"葉", "叶"}, {"蠟", "蜡"}, {"溫", "温"}, {"鯢", "鲵"}, {"鱘", "鲟"},
                               {"蘇", "苏"}, {"麥", "麦"}, {"類", "类"}, {"動", "动"}, {"庫", "库"}, {"崑", "昆"},
                               {"侖", "仑"}, {"崙", "仑"}, {"兩", "两"}, {"達", "达"}, {"鞏", "巩"}, {"額", "额"},
                               {"齊", "齐"}, {"臺", "台"}, {"縣", "县"}, {"國", "国"}, {"級", "级"}, {"護", "护"},
                               {"區", "区"}, {"維", "维"}, {"蓋", "盖"}, {"馬", "马"}, {"遊", "游"}};

// In this order: marks first, then longer words before those they contain.
constexpr std::string_view LEFT_OUT[] = {
    " ",  "\t", "\r", "\n", "\u3000", "\u00a0", "\u200b",           "\ufeff",   "“",      "”",          "「",
    "」", "《", "》", "\"", "'",      "·",      "新疆维吾尔自治区", "自治区级", "国家级", "自然保护区", "新疆"};

constexpr std::string_view AREA = "保护区";
constexpr std::array<std::string_view, 3> TODAY{"调整后", "现行", "最新"};
constexpr std::array<std::string_view, 5> ZONES{"核心保护区", "一般控制区", "核心区", "缓冲区", "实验区"};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin < text.size();) {
    auto end = begin + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    out.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return out;
}

bool drop_end(std::string& text, std::string_view end) {
  if (!text.ends_with(end)) return false;
  text.resize(text.size() - end.size());
  return true;
}

// (调整后) at the end: the boundary is that of today. One of before (调整前) is not.
std::string without_state(std::string name) {
  auto const begin = std::max(name.rfind('(') + 1, name.rfind("（") + 1);  // 0: none
  bool const ends = name.ends_with(")") || name.ends_with("）");
  if (begin == 0 || !ends) return name;
  auto const words = std::string_view(name).substr(begin);
  bool const today = std::any_of(TODAY.begin(), TODAY.end(), [&](auto w) { return words.find(w) != words.npos; });
  if (today) name.resize(begin - 1);
  return name;
}

}  // namespace

std::string normal_name(std::string_view name) {
  std::string out(name);
  for (auto const& [traditional, simplified] : SIMPLIFIED) replace_all(out, traditional, simplified);
  for (auto const part : LEFT_OUT) replace_all(out, part, "");
  out = without_state(std::move(out));
  if (out.size() > AREA.size() && std::string_view(out).substr(out.size() - AREA.size()) == AREA)
    out.resize(out.size() - AREA.size());
  return out;
}

std::string zone_in_name(std::string const& name) {
  auto text = without_state(name);
  if (!drop_end(text, ")")) drop_end(text, "）");
  for (auto const zone : ZONES)
    if (auto before = text; drop_end(before, zone)) {
      if (!drop_end(before, "(")) drop_end(before, "（");
      return before.ends_with(AREA) ? std::string(zone) : std::string();
    }
  return {};
}

std::string name_without_zone(std::string const& name) {
  auto const zone = zone_in_name(name);
  return zone.empty() ? name : name.substr(0, name.rfind(AREA, name.rfind(zone) - 1) + AREA.size());
}

bool within_one_edit(std::string_view a, std::string_view b) {
  auto x = characters(a), y = characters(b);
  if (x.size() > y.size()) std::swap(x, y);
  if (y.size() - x.size() > 1) return false;
  auto const [p, q] = std::mismatch(x.begin(), x.end(), y.begin());
  auto const skip = x.size() == y.size() && p != x.end() ? 1 : 0;  // a replaced character, else an added one
  return std::equal(p + skip, x.end(), q == y.end() ? q : q + 1, y.end()) || (p == x.end() && y.end() - q <= 1);
}

std::string short_reserve_name(std::string name) {
  for (std::string_view const part : {"新疆", "国家级自然保护区", "自治区级自然保护区", "自然保护区"})
    if (auto const at = name.find(part); at != std::string::npos && name.size() > part.size())
      name.erase(at, part.size());
  return name;
}

}  // namespace redline
