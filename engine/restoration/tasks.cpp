// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/tasks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace redline {
namespace {

std::string percent(std::size_t part, std::size_t whole) {
  return fmt::format("{:.1f}", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

// "9" before "11": numbers by value, other items behind them.
std::pair<int, std::string_view> item_order(std::string_view item) {
  int n = 0;
  for (char const c : item) {
    if (c < '0' || c > '9') return {1 << 30, item};
    n = n * 10 + (c - '0');
  }
  return {n, item};
}

void compare_printed(TaskStatus& t, RestorationRecord const& r) {
  auto const printed = figure(r);
  if (!printed) return;
  auto const v = printed->to_double(4);
  auto const counted = r.measure == "total"      ? t.total
                       : r.measure == "standing" ? t.standing
                       : r.measure == "open"     ? t.open
                                                 : t.done;
  bool const known = r.measure == "total" || r.measure == "done" || r.measure == "standing" || r.measure == "open" ||
                     r.measure == "done_share";
  bool const share = r.measure == "done_share";
  auto const found =
      share ? 100.0 * static_cast<double>(t.done) / static_cast<double>(t.total) : static_cast<double>(counted);
  if (!known || std::abs(found - v) <= (share ? 0.05 + 1e-9 : 0)) return;
  t.findings.push_back({"restoration.tasks_contradict",
                        Severity::error,
                        "",
                        std::string(r.id),
                        {cited(r), std::to_string(t.done), percent(t.done, t.total),
                         std::to_string(t.done + t.standing), percent(t.done + t.standing, t.total),
                         std::to_string(t.total), std::to_string(t.standing), std::to_string(t.open)}});
}

using TaskRows = std::vector<RestorationTask const*>;

// The rows of each task on its latest day; those without a day only where there are no others.
std::map<std::pair<int, std::string_view>, TaskRows> latest_rows(RestorationBook const& book, Date as_of) {
  std::map<std::pair<int, std::string_view>, TaskRows> out;
  for (auto const& task : book.tasks) {
    if (task.day && *task.day > as_of) continue;
    auto& rows = out[item_order(task.item)];
    if (!rows.empty() && rows.front()->day < task.day) rows.clear();  // no day is less than any
    if (rows.empty() || rows.front()->day == task.day) rows.push_back(&task);
  }
  return out;
}

// Of several rows of one day: a task is done when all of it is done, and its first deadline counts.
bool goes_before(RestorationTask const* a, RestorationTask const* b) {
  auto const key = [](RestorationTask const& t) {
    return std::tuple(-static_cast<int>(t.state), !t.deadline, t.deadline, t.subject, t.responsible);
  };
  return key(*a) < key(*b);
}

void compare_rows(TaskStatus& t, TaskRows const& rows, RestorationTask const& counts) {
  std::array<std::size_t, 3> n{};
  for (auto const* row : rows) ++n[static_cast<std::size_t>(row->state)];
  if (n[static_cast<std::size_t>(counts.state)] == rows.size()) return;
  t.findings.push_back({"restoration.task_states_differ",
                        Severity::warning,
                        "",
                        std::string(counts.item),
                        {std::string(counts.item), to_string(counts.day), std::to_string(n[0]), std::to_string(n[1]),
                         std::to_string(n[2]), "@restoration.task." + std::string(name(counts.state))}});
}

}  // namespace

TaskStatus task_status(RestorationBook const& book, std::vector<RestorationRecord const*> const& records, Date as_of) {
  TaskStatus out;
  for (auto const& [item, rows] : latest_rows(book, as_of)) {
    auto const* task = *std::min_element(rows.begin(), rows.end(), goes_before);
    compare_rows(out, rows, *task);
    ++out.total;
    ++(task->state == TaskState::done ? out.done : task->state == TaskState::standing ? out.standing : out.open);
    if (task->state != TaskState::open || !task->deadline || *task->deadline >= as_of) continue;
    out.overdue.push_back(*task);
    bool const named = task->item == task->subject;  // a list of tasks without numbers
    out.findings.push_back(
        {"restoration.task_overdue",
         Severity::warning,
         "",
         std::string(task->item),
         {std::string(task->item), std::string(named ? task->responsible : task->subject), to_string(task->deadline)}});
  }
  if (out.total > 0)
    for (auto const* r : records)
      if (r->kind == "task" && r->quantity == Quantity::other) compare_printed(out, *r);
  return out;
}

}  // namespace redline
