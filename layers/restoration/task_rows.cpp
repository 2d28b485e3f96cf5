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

void draft_task(RowDraft& out, RowValues const& v, bool has_geometry, RestorationModel const& model) {
  auto const state = model.task_words.find(v[M_TASK_STATE]);
  if (state == model.task_words.end())
    out.problems.push_back({"restoration.unknown_task_state", {v[M_TASK_STATE]}});
  else
    out.task_state = name(state->second);
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
