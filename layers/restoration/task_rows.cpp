// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/task_rows.hpp"

#include <algorithm>
#include <array>

namespace redline {

bool has_figures(RowValues const& v) {
  return !v[M_ACCEPTED_ON].empty() ||
         std::any_of(FIGURES.begin(), FIGURES.end(), [&](Meaning m) { return !v[m].empty(); });
}

bool speaks_of_work(RowValues const& v, bool has_geometry) {
  return has_geometry || !v[M_STAGE].empty() || has_figures(v);
}

bool status_word(RestorationModel const& model, std::string const& word) {
  return std::any_of(model.statuses.begin(), model.statuses.end(),
                     [&](auto const& s) { return s.code == word || s.zh == word; });
}

std::optional<TaskState> task_state_of(std::string const& word, RestorationModel const& model) {
  if (auto const own = model.task_words.find(word); own != model.task_words.end()) return own->second;
  auto const* stage = model.stage(word);
  if (!stage && !status_word(model, word)) return std::nullopt;
  auto const complete = [&](StatusWord const& s) { return s.code == word || s.zh == word; };
  bool const done =
      stage ? stage->stage_class == StageClass::accepted && !stage->returns : complete(model.statuses.front());
  return done ? TaskState::done : TaskState::open;
}

void take_stage_of_task(RowValues& v, bool has_geometry, RestorationModel const& model) {
  auto const& word = v[M_TASK_STATE];
  bool const free = v[M_STAGE].empty() && v[M_STATUS].empty() && v[M_PROGRESS].empty();
  if (v[M_ITEM].empty() || !free || model.task_words.count(word) > 0 || !model.stage(word)) return;
  if (!v[M_SITE].empty() || has_geometry || has_figures(v)) v[M_STAGE] = word;
}

void draft_task(RowDraft& out, RowValues const& v, bool has_geometry, RestorationModel const& model) {
  if (auto const state = task_state_of(v[M_TASK_STATE], model))
    out.task_state = name(*state), out.state_derived = model.task_words.count(v[M_TASK_STATE]) == 0;
  else
    out.problems.push_back({"restoration.unknown_task_state", {v[M_TASK_STATE]}});
  out.is_task = !v[M_ITEM].empty();
  if (out.is_task) return;
  if (speaks_of_work(v, has_geometry))
    out.untasked = true;
  else
    out.problems.push_back({"restoration.task_without_item", {}});
}

std::string stage_unnamed(RowDraft& out, std::string const& measure, RestorationModel const& model) {
  auto const& usual = model.usual_stage(measure);
  auto const* stage = model.stage(usual);
  bool const finished = stage && stage->stage_class >= StageClass::restored;
  if (out.task_state != name(TaskState::open) || !finished) return usual;
  if (model.stage_of_open_task.empty()) {
    out.problems.push_back({"restoration.task_open_area", {}});
    return usual;
  }
  out.opened = true;
  return model.stage_of_open_task;
}

}  // namespace redline
