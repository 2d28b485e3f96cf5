// SPDX-License-Identifier: Apache-2.0
#include "engine/screen/minerals.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/core/letters.hpp"
#include "engine/rules/mineral_words.hpp"

namespace redline {
namespace {

// One line for each mineral, its names between bars; a name on several lines stands for each of them.
constexpr std::string_view MINERALS[] = {
    "|金|岩金|脉金|砂金|黄金|gold|",
    "|银|白银|silver|",
    "|铜|copper|",
    "|铅|铅锌|lead|",
    "|锌|铅锌|zinc|",
    "|铁|磁铁|赤铁|褐铁|菱铁|钒钛磁铁|iron|",
    "|锰|manganese|",
    "|铬|铬铁|chromium|chromite|",
    "|钛|钒钛磁铁|金红石|titanium|",
    "|钒|钒钛磁铁|vanadium|",
    "|镍|nickel|",
    "|钴|cobalt|",
    "|钨|tungsten|",
    "|锡|tin|",
    "|钼|molybdenum|",
    "|铋|bismuth|",
    "|汞|mercury|",
    "|锑|antimony|",
    "|铝|铝土|bauxite|",
    "|铂|铂族|钯|platinum|",
    "|锂|lithium|",
    "|铍|绿柱石|beryllium|",
    "|铌|铌钽|niobium|",
    "|钽|铌钽|tantalum|",
    "|锆|锆英石|zirconium|",
    "|稀土|重稀土|轻稀土|中重稀土|中稀土|rare earth|",
    "|铀|地浸砂岩型铀|砂岩型铀|uranium|",
    "|煤|煤炭|原煤|coal|",
    "|石油|油气|石油天然气|页岩油|oil|petroleum|oil and gas|",
    "|天然气|油气|石油天然气|页岩气|致密气|gas|natural gas|oil and gas|",
    "|煤层气|coalbed methane|",
    "|油页岩|oil shale|",
    "|油砂|天然沥青|沥青|",
    "|盐|湖盐|岩盐|石盐|食盐|salt|",
    "|钾盐|钾|potash|potassium|",
    "|芒硝|无水芒硝|",
    "|钠硝石|硝石|",
    "|硼|",
    "|磷|磷灰石|phosphate|",
    "|硫|硫铁|黄铁|自然硫|sulphur|sulfur|",
    "|镁|菱镁|magnesite|",
    "|石墨|graphite|",
    "|金刚石|diamond|",
    "|萤石|氟石|普通萤石|fluorite|",
    "|石棉|asbestos|",
    "|云母|白云母|mica|",
    "|蛭石|vermiculite|",
    "|石膏|gypsum|",
    "|硅灰石|",
    "|重晶石|barite|",
    "|膨润土|bentonite|",
    "|高岭土|kaolin|",
    "|珍珠岩|perlite|",
    "|沸石|zeolite|",
    "|滑石|talc|",
    "|石英|石英岩|石英砂|脉石英|硅石|quartz|",
    "|长石|钾长石|feldspar|",
    "|玉|玉石|和田玉|软玉|jade|",
    "|石灰岩|石灰石|灰岩|limestone|",
    "|白云岩|dolomite|",
    "|大理岩|大理石|marble|",
    "|花岗岩|花岗石|granite|",
    "|玄武岩|basalt|",
    "|砂石|砂石料|砂|砾石|砂砾|砂砾石|砂砾料|卵石|sand|gravel|sand and gravel|",
    "|粘土|黏土|clay|",
    "|地热|地热水|geothermal|",
    "|矿泉水|天然矿泉水|mineral water|",
};

bool named(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1))
    if (at > 0 && line[at - 1] == '|' && at + word.size() < line.size() && line[at + word.size()] == '|') return true;
  return false;
}

std::vector<std::size_t> lines_of(std::string_view word) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < std::size(MINERALS); ++i)
    if (named(MINERALS[i], word)) out.push_back(i);
  return out;
}

bool letter(char c) { return c >= 'a' && c <= 'z'; }
bool ends_a_word(std::string_view text, std::size_t at) {
  return at >= text.size() || !letter(text[at]) || !letter(text[at - 1]);
}

// The longest word first; nothing where a part of the text is no word of the tables.
std::optional<std::set<std::size_t>> minerals_in(std::string_view given) {
  auto const text = small_letters(std::string(given));
  std::set<std::size_t> out;
  constexpr std::size_t LONGEST = 24;
  for (std::size_t at = 0; at < text.size();) {
    auto length = std::min(LONGEST, text.size() - at);
    for (; length > 0; --length) {
      auto const word = std::string_view(text).substr(at, length);
      if (!ends_a_word(text, at + length)) continue;
      auto const lines = lines_of(word);
      out.insert(lines.begin(), lines.end());
      if (!lines.empty() || rules::says_no_mineral(word)) break;
    }
    if (length == 0) return std::nullopt;
    at += length;
  }
  return out;
}

}  // namespace

bool known_to_differ(std::string_view minerals, std::string_view others) {
  auto const a = minerals_in(minerals), b = minerals_in(others);
  if (!a || !b || a->empty() || b->empty()) return false;
  return std::none_of(a->begin(), a->end(), [&](auto m) { return b->count(m) > 0; });
}

}  // namespace redline
