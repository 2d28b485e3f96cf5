// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/stage_remark.hpp"

#include <algorithm>
#include <regex>

#include "layers/corners/corner_text.hpp"
#include "layers/restoration/days.hpp"

namespace redline {
namespace {

// Where the bracket opens that closes the text, whatever stands in brackets within it.
std::size_t last_bracket(std::string const& text) {
  if (!text.ends_with(')')) return std::string::npos;
  int depth = 0;
  for (auto i = text.size(); i-- > 0;) {
    depth += text[i] == ')' ? 1 : text[i] == '(' ? -1 : 0;
    if (depth == 0) return i;
  }
  return std::string::npos;
}

bool is_document(std::string const& text) {
  static std::regex const numbered(R"((?:〔|\[|【|\()\s*(?:19|20)\d\d\s*(?:年)?(?:〕|\]|】|\))\s*(?:第)?\s*\d+\s*号$)");
  static std::regex const of_year(R"((?:19|20)\d\d(?:年)?\s*第\s*\d+\s*号$)");
  static std::regex const title(R"(^(?:(?:详)?见|依据|据)?《.+》$)");
  bool const titled = std::regex_match(text, title);
  return titled || std::regex_search(text, numbered) || std::regex_search(text, of_year);
}

bool among(std::vector<std::string> const& words, std::string const& text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::vector<std::string> parts_of(std::string text) {
  for (auto const* sign : {"，", "；", ";"}) text = replaced(text, sign, ",");
  return split_at(text, ",");
}

// 已完成，待验收 as 已完成(待验收)
std::string bracketed(std::string const& cell) {
  auto text = narrow(cell);
  for (std::string const sign : {"，", ","})
    if (auto const at = text.find(sign); at != std::string::npos && !text.ends_with(')'))
      return text.substr(0, at) + "(" + text.substr(at + sign.size()) + ")";
  return text;
}

}  // namespace

RemarkedWord without_remark(std::string const& cell, RestorationModel const& model, TableWords const& words) {
  if (cell.empty() || model.stage(cell)) return {};
  auto const text = bracketed(cell);
  auto const open = last_bracket(text);
  if (open == std::string::npos) return {};
  RemarkedWord out{trimmed_text(text.substr(0, open)), ""};
  auto const* stage = model.stage(out.word);
  if (!stage) return {};
  auto const inside = trimmed_text(text.substr(open + 1, text.size() - open - 2));
  bool const waits = among(words.unclosed, inside) || among(words.unaccepted, inside);
  if (waits && stage->stage_class == StageClass::restored) return out;
  for (auto const& part : parts_of(inside))
    if (days_of(part))
      out.day = part;
    else if (!is_document(part))
      return {};
  return out;
}

void drop_remarks(RowValues& v, RestorationModel const& model, TableWords const& words) {
  for (auto const m : {M_STAGE, M_STATUS, M_PROGRESS, M_TASK_STATE}) {
    auto const said = without_remark(v[m], model, words);
    if (said.word.empty()) continue;
    if (v[M_EVIDENCE].empty()) v[M_EVIDENCE] = v[m];
    v[m] = said.word;
    bool const accepted = model.stage(said.word)->stage_class == StageClass::accepted;
    if (accepted && !said.day.empty() && v[M_ACCEPTED_ON].empty() && m != M_TASK_STATE) v[M_ACCEPTED_ON] = said.day;
  }
}

}  // namespace redline
