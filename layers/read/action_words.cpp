// SPDX-License-Identifier: Apache-2.0
#include "layers/read/action_words.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "engine/core/letters.hpp"
#include "engine/rules/words.hpp"

namespace redline {
namespace {

using Word = std::string_view;
using Said = std::set<Word>;

// Acts, and what stands beside them: `scale` is what is no ground, `first` and `stands` count where no act is named.
constexpr std::array<std::pair<Word, Word>, 44> MEANT{
    {{"新立", "new"},      {"新设立", "new"},     {"新设", "new"},        {"新办", "new"},       {"新增", "new"},
     {"新建", "new"},      {"延续", "renew"},     {"延期", "renew"},      {"续期", "renew"},     {"续展", "renew"},
     {"延长", "renew"},    {"变更", "change"},    {"扩大", "enlarge"},    {"扩界", "enlarge"},   {"扩能", "enlarge"},
     {"转让", "transfer"}, {"过户", "transfer"},  {"缩减", "reduce"},     {"缩小", "reduce"},    {"核减", "reduce"},
     {"扣除", "reduce"},   {"规模", "scale"},     {"方式", "scale"},      {"期限", "scale"},     {"有效期", "scale"},
     {"首次", "first"},    {"首次设立", "first"}, {"设立", "first"},      {"现状", "stands"},    {"现有", "stands"},
     {"已有", "stands"},   {"既有", "stands"},    {"在采", "stands"},     {"在用", "stands"},    {"在产", "stands"},
     {"生产", "stands"},   {"开采", "stands"},    {"运行", "stands"},     {"运营", "stands"},    {"经营", "stands"},
     {"使用", "stands"},   {"在建", "stands"},    {"正在运行", "stands"}, {"正在开采", "stands"}}};
constexpr std::array<Word, 56> NO_ACTION{
    "采矿权", "探矿权",     "矿业权", "采矿", "探矿", "勘查", "许可证", "许可", "申请", "登记", "办理",   "手续",
    "业务",   "事项",       "矿区",   "矿山", "范围", "面积", "区块",   "主体", "名称", "矿种", "主矿种", "权人",
    "法人",   "法定代表人", "单位",   "地址", "年限", "正常", "正在",   "类",   "的",   "及",   "和",     "与",
    "并",     "人",         "第",     "次",   "一",   "二",   "三",     "四",   "五",   "、",   "，",     "；",
    "（",     "）",         "【",     "】",   "　",   "：",   "－",     "或"};

bool is_mark(char c) { return Word(" \t,;/+()[]:-.0123456789").find(c) != Word::npos; }

// What the longest word at the start of the text means; its length is 0 where no word stands there.
std::pair<Word, std::size_t> next_word(Word text) {
  std::pair<Word, std::size_t> found{{}, is_mark(text.front()) ? 1u : 0u};
  for (auto const& [word, meaning] : MEANT)
    if (word.size() > found.second && text.starts_with(word)) found = {meaning, word.size()};
  for (auto const word : NO_ACTION)
    if (word.size() > found.second && text.starts_with(word)) found = {{}, word.size()};
  return found;
}

std::optional<Said> said_in(Word text) {
  Said out;
  while (!text.empty()) {
    auto const [meaning, length] = next_word(text);
    if (length == 0) return std::nullopt;
    if (!meaning.empty()) out.insert(meaning);
    text.remove_prefix(length);
  }
  return out;
}

std::optional<Word> one_of(Said const& said) {
  for (Word const act : {"new", "renew", "transfer"})
    if (said.count(act)) return act;
  bool const less_ground = said.count("reduce") && !said.count("enlarge") && !said.count("scale");
  if (less_ground) return "reduce";
  if (said.count("change") || said.count("enlarge") || said.count("reduce")) return "change";
  if (said.count("first") != said.count("stands")) return said.count("first") ? "new" : "operate";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> action_word(std::string_view text) {
  auto const small = small_letters(std::string(text));
  if (word_index(Vocabulary::action, small) != UNKNOWN_WORD) return small;
  auto const said = said_in(text);
  auto const act = said ? one_of(*said) : std::nullopt;
  return act ? std::optional<std::string>(*act) : std::nullopt;
}

}  // namespace redline
