// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/planned_words.hpp"

#include <algorithm>
#include <array>

#include "layers/restoration/days.hpp"

namespace redline {
namespace {

using Word = std::string_view;
constexpr auto NOWHERE = std::string_view::npos;
constexpr std::size_t LONGEST_PLAN = 600;  // bytes

constexpr std::array<Word, 17> PLAN{"计划", "拟",   "预计", "预期", "将于", "将在",   "将完成", "力争",  "争取",
                                    "确保", "要求", "应于", "须于", "底前", "前完成", "前销号", "前验收"};
constexpr std::array<Word, 10> DONE_SO{"已完成", "已销号", "已验收",   "已通过",   "已治理",
                                       "已恢复", "已整改", "通过验收", "验收合格", "完成整改"};
constexpr std::array<Word, 8> BACK{"退回", "被退", "撤销销号", "取消销号", "撤销验收", "取消验收", "重新整改", "返工"};

// Where the last of the words begins; NOWHERE: none is there.
template <class Words>
std::size_t last_of(Word text, Words const& words) {
  auto out = NOWHERE;
  for (auto const& word : words)
    if (auto const at = text.rfind(word); at != NOWHERE && (out == NOWHERE || at > out)) out = at;
  return out;
}

bool behind(std::size_t at, std::size_t other) { return at != NOWHERE && (other == NOWHERE || at > other); }

bool has_word(Word text, Word word) { return text.find(word) != NOWHERE; }

bool denied(Word text, std::size_t at) {
  constexpr std::array<Word, 6> NOT{"未", "未被", "无", "没有", "没有被", "不再"};
  auto const before = text.substr(0, at);
  return std::any_of(NOT.begin(), NOT.end(), [&](auto w) { return before.ends_with(w); });
}

bool only_acceptance(Word text) {
  constexpr std::array<Word, 4> WORK{"治理", "恢复", "整改", "完成"};
  std::string rest(text);
  for (Word const word : {"完成销号", "完成验收", "整改销号", "销号", "验收"})
    for (auto at = rest.find(word); at != std::string::npos; at = rest.find(word)) rest.replace(at, word.size(), "*");
  return has_word(rest, "*") && std::none_of(WORK.begin(), WORK.end(), [&](auto w) { return has_word(rest, w); });
}

std::string without_cited(std::string text) {  // 《…》
  constexpr Word OPEN = "《", CLOSE = "》";
  for (auto at = text.find(OPEN); at != std::string::npos; at = text.find(OPEN, at)) {
    auto const end = text.find(CLOSE, at);
    text.erase(at, end == std::string::npos ? end : end + CLOSE.size() - at);
  }
  return text;
}

}  // namespace

bool planned_day(Word cell) {
  if (has_word(cell, "已") || has_word(cell, "实际") || cell.size() > LONGEST_PLAN) return false;
  if (last_of(cell, PLAN) != NOWHERE) return true;
  constexpr std::array<Word, 3> OTHER{"目前", "此前", "前期"};
  bool const other = std::any_of(OTHER.begin(), OTHER.end(), [&](auto w) { return has_word(cell, w); });
  return !other && (has_word(cell, "前") || has_word(cell, "之内") || has_word(cell, "以内"));
}

// The longest text from the digits of a year on that is a day, a month or a year.
std::optional<Date> day_planned(Word text) {
  if (text.size() > LONGEST_PLAN) return std::nullopt;
  auto const plan = last_of(text, PLAN);
  for (auto from : {plan == NOWHERE || text.find_first_of("0123456789", plan) == NOWHERE ? 0 : plan, std::size_t{0}})
    for (auto at = text.find_first_of("0123456789", from); at != NOWHERE;
         at = text.find_first_of("0123456789", text.find_first_not_of("0123456789", at)))
      for (auto size = text.size() - at; size >= 4; --size)
        if (auto const day = last_day_of(text.substr(at, size))) return day;
  return std::nullopt;
}

Prose read_prose(Word text) {
  if (text.size() > LONGEST_PLAN) return Prose::other;
  auto const back = last_of(text, BACK), done = last_of(text, DONE_SO), plan = last_of(text, PLAN);
  if (behind(back, done) && !denied(text, back) && (done != NOWHERE || !behind(plan, back))) return Prose::sent_back;
  if (!behind(plan, done)) return Prose::other;
  if (only_acceptance(text.substr(plan))) return Prose::acceptance_planned;
  return Prose::work_planned;
}

bool title_of_plan(Word title, TableWords const& words, bool tells_state) {
  auto const text = without_cited(std::string(title));
  if (has_word(text, "截至") || has_word(text, "截止")) return false;
  auto const plan = last_of(text, words.plan_titles), report = last_of(text, words.report_titles);
  if (behind(plan, report)) return true;
  return !tells_state && !has_word(text, "已") && behind(last_of(text, words.task_titles), report);
}

}  // namespace redline
