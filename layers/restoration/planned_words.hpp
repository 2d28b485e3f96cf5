// What people write of work that is still to be done, in place of a day (2018年12月底前, 计划2019年完成,
// 拟于2019年销号) or in prose under 整改情况; and of work that was sent back after it was done (已销号，后被退回). The
// word that stands last counts.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "engine/core/date.hpp"
#include "layers/restoration/table_words.hpp"

namespace redline {

bool planned_day(std::string_view cell);                 // of a cell in place of a day
std::optional<Date> day_planned(std::string_view text);  // the last day of the time that the plan names

enum class Prose { other, work_planned, acceptance_planned, sent_back };
Prose read_prose(std::string_view text);

// 治理恢复方案表, 整改计划; not 方案落实情况表, nor a title that only cites a plan (《…方案》), nor a state of a day
// (截至). 任务清单 is one where no column of its table tells how far the work has come (`tells_state`).
bool title_of_plan(std::string_view title, TableWords const& words, bool tells_state);

}  // namespace redline
