// Tasks by state and deadline, and a printed number that does not follow from the list. SPDX-License-Identifier:
// Apache-2.0
#include "engine/restoration/tasks.hpp"

#include <catch2/catch.hpp>

#include "tests/engine/restoration/books.hpp"

using namespace redline;

namespace {

void task(RestorationBook& book, char const* item, TaskState state, char const* deadline,
          char const* day = "2019-03-31") {
  book.tasks.push_back({book.keep(item), {}, {}, {}, state, parse_date(day), parse_date(deadline)});
}

}  // namespace

TEST_CASE("only open tasks are overdue, after their day", "[restoration]") {
  RestorationBook book;
  task(book, "11", TaskState::open, "2018-12-31");
  task(book, "9", TaskState::open, "2018-12-31");
  task(book, "12", TaskState::done, "2018-12-31");
  task(book, "13", TaskState::standing, "");
  task(book, "14", TaskState::open, "2019-03-31");
  auto const t = task_status(book, {}, tests::day("2019-03-31"));
  CHECK((t.total == 5 && t.done == 1 && t.standing == 1 && t.open == 3));
  REQUIRE(t.overdue.size() == 2);
  CHECK((t.overdue[0].item == "9" && t.overdue[1].item == "11"));
  task(book, "9", TaskState::done, "2018-12-31", "2019-06-30");
  CHECK(task_status(book, {}, tests::day("2019-06-30")).overdue.size() == 2);  // 11 and 14: 9 is done by then
  CHECK(task_status(book, {}, tests::day("2019-03-31")).done == 1);
}

TEST_CASE("rows of one day that differ: done when all of it is, in any order", "[restoration]") {
  auto const order = GENERATE(0, 1);
  RestorationBook book;
  task(book, "1", order ? TaskState::done : TaskState::open, "2019-01-31");
  task(book, "1", order ? TaskState::open : TaskState::done, "2019-01-31");
  task(book, "2", TaskState::open, order ? "2018-01-31" : "2019-12-31");
  task(book, "2", TaskState::open, order ? "2019-12-31" : "2018-01-31");
  task(book, "1", TaskState::done, "", "");  // without a day: before all others
  auto const t = task_status(book, {}, tests::day("2019-03-31"));
  CHECK((t.total == 2 && t.open == 2));
  CHECK(t.overdue.size() == 2);
  CHECK(tests::codes(t.findings) == std::vector<std::string>{"restoration.task_overdue 1", "restoration.task_overdue 2",
                                                             "restoration.task_states_differ 1"});
}

TEST_CASE("printed totals are compared with the list", "[restoration]") {
  RestorationBook book;
  for (int i = 0; i < 3; ++i) task(book, std::to_string(i).c_str(), i ? TaskState::done : TaskState::open, "");
  tests::add(book, {.id = "good",
                    .stage = "",
                    .value = "66.7",
                    .unit = "%",
                    .kind = "task",
                    .measure = "done_share",
                    .quantity = Quantity::other});
  tests::add(book, {.id = "bad",
                    .stage = "",
                    .value = "3",
                    .unit = "项",
                    .kind = "task",
                    .measure = "done",
                    .quantity = Quantity::other});
  auto const t = task_status(book, in_force(book, tests::day("2019-03-31")), tests::day("2019-03-31"));
  CHECK(tests::codes(t.findings) == std::vector<std::string>{"restoration.tasks_contradict bad"});
}
