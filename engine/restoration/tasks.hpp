// Tasks counted by state on a day (of several rows for one item the latest counts) and compared with the totals a
// source prints: records of kind "task" with measure total, done, standing, open or done_share (percent). Finding:
// restoration.tasks_contradict, .task_overdue, .task_states_differ. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/status.hpp"

namespace redline {

TaskStatus task_status(RestorationBook const& book, std::vector<RestorationRecord const*> const& records, Date as_of);

}  // namespace redline
