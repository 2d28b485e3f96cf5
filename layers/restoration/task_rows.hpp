// Rows with the state of a task (完成情况). Such a row may also say what was done at a site, as in a list of
// rectifications with areas: then it is both, a task and its figures. Without an item number it is its figures alone,
// `untasked`; where it has neither it is a problem. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/draft.hpp"

namespace redline {

bool has_figures(RowValues const& v);
bool speaks_of_work(RowValues const& v, bool has_geometry);  // besides the task: a figure, a stage or a polygon
bool status_word(RestorationModel const& model, std::string const& word);
// By the words of tasks, else by the stage or status word: what is accepted or complete is done, all else is open.
std::optional<TaskState> task_state_of(std::string const& word, RestorationModel const& model);
// A stage as the state of a task (已销号) is that of its area or site, too.
void take_stage_of_task(RowValues& v, bool has_geometry, RestorationModel const& model);
void draft_task(RowDraft& out, RowValues const& v, bool has_geometry, RestorationModel const& model);

// The stage of a treated area whose row names none: of an open task, ground that is being worked on (`opened`).
std::string stage_unnamed(RowDraft& out, std::string const& measure, RestorationModel const& model);

}  // namespace redline
