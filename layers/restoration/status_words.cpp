// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/status_words.hpp"

#include <algorithm>
#include <utility>

#include "layers/restoration/further_figures.hpp"
#include "layers/restoration/planned_words.hpp"
#include "layers/restoration/task_rows.hpp"

namespace redline {
namespace {

using Problems = std::vector<Message>;

constexpr char const* STATUS_MEASURE = "状态";
constexpr std::size_t LONGEST_WORD = 36;  // bytes; what is longer is prose

bool done(Stage const& s) { return s.stage_class >= StageClass::restored && !s.returns; }

bool contradict(Stage const& own, Stage const& other) {
  bool const more = other.stage_class == StageClass::accepted && own.stage_class == StageClass::restored;
  return done(own) != done(other) || own.returns != other.returns || more;
}

bool word_of_progress(std::string const& text, bool named_status) {
  constexpr std::string_view NO_WORD[] = {"，", "。", "；", "、", "：", "%", "％", ",", ";", ":"};
  auto const holds = [&](auto const& sign) { return text.find(sign) != std::string::npos; };
  bool const digit = text.find_first_of("0123456789") != std::string::npos;
  return named_status ||
         (!digit && text.size() <= LONGEST_WORD && std::none_of(std::begin(NO_WORD), std::end(NO_WORD), holds));
}

// What progress says goes to the status of the row, where that is free.
void move_known(RowValues& v, Meaning from, RestorationModel const& model) {
  if (v[M_STATUS].empty() && !v[from].empty() && (model.stage(v[from]) || status_word(model, v[from])))
    v[M_STATUS] = std::exchange(v[from], {});
}

void take_progress(RowValues& v, RestorationModel const& model, StatusReading& out) {
  bool const task = !v[M_ITEM].empty() || model.task_words.count(v[M_TASK_STATE]) > 0;
  if (!task) move_known(v, M_TASK_STATE, model);
  if (v[M_PROGRESS].empty()) return;
  auto const *own = v[M_STAGE].empty() ? nullptr : model.stage(v[M_STAGE]), *said = model.stage(v[M_PROGRESS]);
  if (!own || !said || contradict(*own, *said)) {
    if (own && said && done(*own) && !done(*said))
      v[M_STAGE] = out.lowered = v[M_PROGRESS];
    else
      move_known(v, M_PROGRESS, model);
  }
}

bool area_without_stage(RowValues const& v, bool has_geometry, RestorationModel const& model) {
  constexpr std::array AREAS{M_VALUE, M_INCREMENT, M_CUMULATIVE};
  bool const area = std::any_of(AREAS.begin(), AREAS.end(), [&](Meaning m) { return !v[m].empty(); });
  bool const restored = v[M_MEASURE].empty() || model.measure(v[M_KIND], v[M_MEASURE]).quantity == Quantity::restored;
  return v[M_STAGE].empty() && v[M_REPLACES].empty() && restored && (area || has_geometry);
}

// The row's own day of acceptance, or accepted area, speaks of all that was treated.
bool accepted_whole(RowValues const& v) {
  auto const area = [&](Meaning of_sum, Meaning plain) { return v[of_sum].empty() ? v[plain] : v[of_sum]; };
  auto const accepted = area(M_ACCEPTED_SUM, M_ACCEPTED_AREA), treated = area(M_CUMULATIVE, M_VALUE);
  if (accepted.empty() && v[M_ACCEPTED_INCREMENT].empty()) return !v[M_ACCEPTED_ON].empty();
  auto const part = amount_of(accepted, v[M_UNIT]), whole = amount_of(treated, v[M_UNIT]);
  return part && whole && *part >= *whole;
}

void take_as_under_way(RowValues& v, std::string word, RestorationModel const& model, StatusReading& out) {
  if (accepted_whole(v)) {
    out.held = std::move(word);
    return;
  }
  if (model.stage_of_open_task.empty()) return;
  v[M_STAGE] = model.stage_of_open_task;
  out.doubtful = std::move(word);
}

// 已销号，后被退回: on the day of the report, or last of all; the days of the row are those of what was sent back.
bool take_return(RowValues& v, RestorationModel const& model, StatusReading& out) {
  auto const it = std::find_if(model.stages.begin(), model.stages.end(), [](Stage const& s) { return s.returns; });
  auto const* own = model.stage(v[M_STAGE]);
  if (it == model.stages.end() || !v[M_REPLACES].empty() || (own && !done(*own))) return false;
  v[M_STAGE] = it->code, out.sent_back = v[M_PROGRESS];
  for (auto const m : {M_DATE, M_ACCEPTED_ON, M_ACCEPTED_AREA, M_ACCEPTED_SUM, M_ACCEPTED_INCREMENT}) v[m].clear();
  return true;
}

// 计划2019年完成, 拟于2019年销号. The day of completion holds where acceptance alone is planned.
bool take_plan(RowValues& v, bool work, bool has_geometry, RestorationModel const& model, StatusReading& out) {
  out.planned = v[M_PROGRESS], out.work_planned = work;
  auto const* own = model.stage(v[M_STAGE]);
  if (!work && (!v[M_DATE].empty() || own)) return false;
  if (own && done(*own) && v[M_ACCEPTED_ON].empty() && !model.stage_of_open_task.empty())
    v[M_STAGE] = model.stage_of_open_task, out.lowered = v[M_PROGRESS];
  else if (area_without_stage(v, has_geometry, model))
    take_as_under_way(v, v[M_PROGRESS], model, out);
  else
    return false;
  return true;
}

bool take_prose(RowValues& v, bool has_geometry, RestorationModel const& model, StatusReading& out) {
  switch (read_prose(v[M_PROGRESS])) {
    case Prose::sent_back:
      return take_return(v, model, out);
    case Prose::work_planned:
      return take_plan(v, true, has_geometry, model, out);
    case Prose::acceptance_planned:
      return take_plan(v, false, has_geometry, model, out);
    default:
      return false;
  }
}

// Of progress that is neither stage nor status word.
void doubt_progress(RowValues& v, bool has_geometry, bool named_status, RestorationModel const& model,
                    StatusReading& out) {
  auto const& text = v[M_PROGRESS];
  if (text.empty() || text == v[M_STATUS] || text == out.lowered || model.stage(text)) return;
  if (take_prose(v, has_geometry, model, out)) return;
  bool const alone = v[M_STATUS].empty() && v[M_TASK_STATE].empty();
  if (alone && word_of_progress(text, named_status) && area_without_stage(v, has_geometry, model))
    take_as_under_way(v, text, model, out);
  else
    out.unread = text;
}

// Of what is being worked on nothing is accepted, unless the row says how much.
void look_at_acceptance(RowValues const& v, RestorationModel const& model, StatusReading& out) {
  if (v[M_ACCEPTED_ON].empty()) return;
  auto const* stage = model.stage(v[M_STAGE]);
  if (!stage || stage->stage_class != StageClass::under_way || stage->returns) return;
  constexpr std::array AREAS{M_ACCEPTED_AREA, M_ACCEPTED_SUM, M_ACCEPTED_INCREMENT};
  bool const area = std::any_of(AREAS.begin(), AREAS.end(), [&](Meaning m) { return !v[m].empty(); });
  if (!area) out.unaccepted = v[M_STAGE] == stage->code ? stage->zh : v[M_STAGE];
}

bool take_stage_of_status(RowValues& v, bool has_geometry, RestorationModel const& model, Problems& problems) {
  bool const of_reserve = model.measure(v[M_KIND], v[M_MEASURE]).quantity == Quantity::status;
  bool const task_alone = !v[M_TASK_STATE].empty() && !speaks_of_work(v, has_geometry);
  if (v[M_STATUS].empty() || task_alone || of_reserve) return false;
  auto const* stage = model.stage(v[M_STATUS]);
  bool const claimed = status_word(model, v[M_STATUS]);
  if (claimed && v[M_STAGE].empty() && (!stage || v[M_SITE].empty()) && !has_figures(v) && !has_geometry) {
    v[M_MEASURE] = STATUS_MEASURE;  // of the reserve, or of a site
    return false;
  }
  if (v[M_STAGE].empty() && stage) {
    v[M_STAGE] = std::exchange(v[M_STATUS], {});
    return true;
  }
  if (claimed) return false;
  if (v[M_STAGE].empty() && (has_geometry || !v[M_VALUE].empty()))
    problems.push_back({"restoration.unknown_stage", {v[M_STATUS], model.stage_names()}});
  if (auto const* own = model.stage(v[M_STAGE]); own && stage && contradict(*own, *stage))
    problems.push_back({"restoration.stages_contradict", {v[M_STAGE], column_mark(M_STATUS), v[M_STATUS]}});
  return false;
}

}  // namespace

std::string word_of_state(RowValues const& v, Answers const& answers) {
  if (!answers.said.empty()) return answers.said;
  for (auto const m : {M_STAGE, M_PROGRESS, M_STATUS, M_TASK_STATE})
    if (!v[m].empty()) return v[m];
  return {};
}

void StatusReading::add(Answers const& a) {
  answered = a.read;
  denied = a.denied;
  if (lowered.empty()) lowered = a.lowered;
  if (unread.empty()) unread = a.unread;
  if (doubtful.empty()) doubtful = a.doubtful;
}

StatusReading take_status(RowValues& v, bool has_geometry, bool named_status, RestorationModel const& model,
                          Problems& problems) {
  StatusReading out;
  take_stage_of_task(v, has_geometry, model);
  take_progress(v, model, out);
  doubt_progress(v, has_geometry, named_status, model, out);
  out.staged = take_stage_of_status(v, has_geometry, model, problems);
  auto const& status = v[M_STATUS];
  bool const partly = !status.empty() && status_word(model, status) && task_state_of(status, model) == TaskState::open;
  if (partly && !v[M_SITE].empty() && area_without_stage(v, has_geometry, model))
    take_as_under_way(v, status, model, out);
  if (!status.empty() && !status_word(model, status) && !model.stage(status)) out.strange = status;
  look_at_acceptance(v, model, out);
  return out;
}

}  // namespace redline
