// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/question_columns.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "layers/corners/corner_text.hpp"
#include "layers/restoration/days.hpp"
#include "layers/restoration/stage_remark.hpp"
#include "layers/restoration/verdict_words.hpp"

namespace redline {
namespace {

constexpr std::string_view WHETHER = "是否";

bool says_done(Stage const& s) { return s.stage_class >= StageClass::restored && !s.returns; }

bool asks_among(std::vector<std::string> const& words, std::string const& text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

Stage const* first_acceptance(RestorationModel const& model) {
  auto const accepts = [](auto const& s) { return s.stage_class == StageClass::accepted; };
  auto const it = std::find_if(model.stages.begin(), model.stages.end(), accepts);
  return it == model.stages.end() ? nullptr : &*it;
}

// 销号 of 是否已销号（是/否）, 验收合格 of 验收是否合格
Stage const* asked_for(std::string const& heading, RestorationModel const& model) {
  auto name = heading_of_column(heading).name;
  auto const at = name.find(WHETHER);
  if (at == std::string::npos) return nullptr;
  name.erase(at, WHETHER.size());
  if (auto const open = name.find('('); open != std::string::npos) name.erase(open);
  auto const* stage = model.stage(name);
  if (!stage) stage = model.stage("已" + name);
  return stage && says_done(*stage) ? stage : nullptr;
}

// 县级验收, 销号: the name of a stage of acceptance.
Stage const* level_of(std::string const& heading, RestorationModel const& model) {
  auto const [name, unit] = heading_of_column(heading);
  auto const* stage = unit.empty() ? model.stage(name) : nullptr;
  return stage && stage->stage_class == StageClass::accepted ? stage : nullptr;
}

// The value that holds the stage of a row.
std::optional<Meaning> stage_in(RowValues const& v, RestorationModel const& model) {
  for (auto const m : {M_STAGE, M_STATUS, M_PROGRESS})
    if (!v[m].empty() && model.stage(v[m])) return m;
  return std::nullopt;
}

}  // namespace

QuestionColumns::QuestionColumns(std::vector<std::string> const& header, RowColumns const& columns,
                                 RestorationModel const& model, TableWords const& words)
    : m_model(model), m_words(words), m_columns(columns) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    auto const m = columns.meaning_at(i);
    bool const free = m == MEANING_COUNT || m == M_STAGE || m == M_STATUS || m == M_PROGRESS;
    bool const verdict = redline::asks_among(words.verdicts, heading_of_column(header[i]).name);
    auto const* stage = verdict ? first_acceptance(model) : asked_for(header[i], model);
    auto const* level = stage ? nullptr : level_of(header[i], model);
    if (level) stage = level;
    if (stage && free) m_questions.push_back({i, header[i], stage, m, verdict, level != nullptr});
  }
}

bool QuestionColumns::among(std::size_t column) const {
  return std::any_of(m_questions.begin(), m_questions.end(), [&](auto const& q) { return q.column == column; });
}

// Of acceptance; 未验收 is 否. A verdict may be a stage by itself: 未通过验收 sends back.
bool QuestionColumns::says_no(Question const& q, std::string const& cell) const {
  if (q.stage->stage_class != StageClass::accepted || (q.verdict && m_model.stage(cell))) return false;
  auto const begin = trimmed_text(cell.substr(0, std::min({cell.find('('), cell.find("（"), cell.size()})));
  for (auto const* no : {&m_words.no, &m_words.unclosed, &m_words.unaccepted})
    if (redline::asks_among(*no, cell) || redline::asks_among(*no, begin)) return true;
  return false;
}

// 是 and 否 as words of stages, what stands behind 是 in brackets kept; empty: nothing is said.
std::string QuestionColumns::in_words(Question const& q, std::string const& cell) const {
  using redline::asks_among;
  for (auto const* none : {&m_words.empty, &m_words.unclosed, &m_words.unaccepted})
    if (asks_among(*none, cell) && !(q.verdict && m_model.stage(cell))) return {};
  auto const bracket = std::min({cell.find('('), cell.find("（"), cell.size()});
  auto const begin = trimmed_text(cell.substr(0, bracket));
  if (asks_among(m_words.yes, begin)) return q.stage->code + cell.substr(bracket);
  bool const day = q.stage->stage_class == StageClass::accepted && !q.verdict && days_of(cell);
  if (day) return q.level ? std::string{} : q.stage->code + "(" + cell + ")";
  if (!asks_among(m_words.no, begin)) return cell;
  return q.stage->stage_class == StageClass::restored ? m_model.stage_of_open_task : std::string{};
}

void QuestionColumns::hear(Question const& q, std::string const& cell, std::string const& site, Said& all,
                           Answers& out) const {
  if (says_no(q, cell)) return all.denied.push_back(&q);
  auto const words = in_words(q, cell);
  if (words.empty()) return;
  auto const remarked = without_remark(words, m_model, m_words);
  if (auto const* stage = m_model.stage(remarked.word.empty() ? words : remarked.word); stage && says_done(*stage)) {
    if (!all.furthest || stage->order > all.furthest->order) all.furthest = stage, all.day = remarked.day;
    bool const waits = denies(cell, m_words) || stage->code != m_model.stage_of_restored;  // 已完成，待验收; 自验
    bool const short_of = q.stage->stage_class > stage->stage_class;
    if (short_of && waits) all.denied.push_back(&q);
  } else if (stage) {
    all.open = stage, all.failed = all.failed || (q.verdict && stage->returns);
  } else if (q.stage->stage_class == StageClass::accepted && !days_of(cell)) {
    bool const passed = passes(cell, site, m_words);
    if (passed && (!all.furthest || q.stage->order > all.furthest->order)) all.furthest = q.stage;
    if (!passed) tell_denied(q, cell, all, out);
  } else {
    bool const restored = q.stage->stage_class == StageClass::restored;
    (restored ? out.doubtful : out.unread) = q.heading + "：" + cell;
    if (restored) all.open = m_model.stage(m_model.stage_of_open_task);
  }
}

// A level of acceptance may also hold who accepted.
void QuestionColumns::tell_denied(Question const& q, std::string const& cell, Said& all, Answers& out) const {
  if (!q.level || denies(cell, m_words)) all.denied.push_back(&q);
  out.unread = q.heading + "：" + cell;
}

// Beside the stage that the row has by itself.
void QuestionColumns::settle(Said const& said, std::string const& what, RowValues& v, Answers& out) const {
  auto const* answer = said.open ? said.open : said.furthest;
  if (!answer) return;
  out.read = true;
  auto const slot = stage_in(v, m_model);
  auto const* own = slot ? m_model.stage(v[*slot]) : nullptr;
  bool const further = own && answer->stage_class == StageClass::accepted && answer->order > own->order;
  if ((said.open && said.furthest) || (own && says_done(*own) != says_done(*answer))) out.lowered = what;
  bool const takes = own ? says_done(*own) && (said.open || further) : v[M_STAGE].empty();
  if (!takes) return;
  if (slot) v[*slot].clear();
  v[M_STAGE] = answer->code, out.said = what;
  bool const dated = answer->stage_class == StageClass::accepted && v[M_ACCEPTED_ON].empty();
  if (dated) v[M_ACCEPTED_ON] = said.day;
}

// 销号 is no other word for 验收: what is not closed may be accepted.
bool QuestionColumns::same_acceptance(Question const& q, Meaning m) const {
  auto const closes = [](std::string const& heading) { return heading.find("销号") != std::string::npos; };
  return !closes(q.heading) || closes(m_columns.heading_of(m));
}

bool QuestionColumns::deny_stage(Question const& q, RowValues& v) const {
  auto const slot = stage_in(v, m_model);
  auto const* own = slot ? m_model.stage(v[*slot]) : nullptr;
  if (!own || own->stage_class != StageClass::accepted || own->order < q.stage->order) return false;
  v[*slot].clear();
  v[M_STAGE] = m_model.stage_of_restored;
  return true;
}

// What another level has accepted stays. Where no other day is known the work was done by that of the acceptance.
bool QuestionColumns::deny_figures(Question const& q, RowValues& v) const {
  constexpr std::array ACCEPTANCE{M_ACCEPTED_ON, M_ACCEPTED_AREA, M_ACCEPTED_SUM, M_ACCEPTED_INCREMENT};
  auto const slot = stage_in(v, m_model);
  if (slot && m_model.stage(v[*slot])->stage_class == StageClass::accepted) return false;
  bool any = false;
  for (auto const m : ACCEPTANCE) {
    if (v[m].empty() || !same_acceptance(q, m)) continue;
    if (m == M_ACCEPTED_ON && v[M_DATE].empty() && v[M_REPORTED_ON].empty()) v[M_DATE] = v[m];
    v[m].clear(), any = true;
  }
  return any;
}

std::vector<std::string> QuestionColumns::headings() const {
  std::vector<std::string> out;
  for (auto const& q : m_questions) out.push_back(q.heading);
  return out;
}

Answers QuestionColumns::answer(std::vector<std::string> const& cells, RowValues& v) const {
  Answers out;
  Said all;
  std::string what;
  for (auto const& q : m_questions) {
    auto const& cell = cells[q.column];
    if (q.meaning != MEANING_COUNT) v[q.meaning].clear();
    if (cell.empty()) continue;
    hear(q, cell, v[M_SITE], all, out);
    what += (what.empty() ? "" : " ") + q.heading + "：" + cell;
  }
  settle(all, what, v, out);
  auto const asks = [](Question const& q) { return q.stage->stage_class == StageClass::restored; };
  auto const it = std::find_if(m_questions.begin(), m_questions.end(), asks);
  if (it != m_questions.end() && !all.furthest && !all.open) out.unanswered = it->heading + "：";
  for (auto const m : {M_ACCEPTED_AREA, M_ACCEPTED_SUM, M_ACCEPTED_INCREMENT})
    if (all.failed && !std::exchange(v[m], {}).empty()) out.denied = what;
  for (auto const* q : all.denied) {
    bool const stage = deny_stage(*q, v), figures = deny_figures(*q, v);
    if (stage || figures) out.denied = what;
    bool const of_all = !q->level && q->heading.find("销号") == std::string::npos;
    if (of_all && !all.furthest) out.unaccepted = what;
  }
  if (all.failed) out.unaccepted = what;
  if (!out.denied.empty()) out.unread.clear();  // told with it
  return out;
}

}  // namespace redline
