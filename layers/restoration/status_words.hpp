// Columns of status (状态), progress (整改情况, 整改状态) and of the state of tasks (完成情况), read by what they hold.
// A stage is the stage of the row. A status word is what the source claims of the reserve, where the row has neither
// site nor figure. At a site an area of which less is said than 全面完成, by a status word or by a word that nobody
// knows, is ground being worked on (`doubtful`); of prose and percentages (`unread`) only the figure speaks. A stage of
// progress that is less than the row's own goes before it (`lowered`). Where the row itself says on which day, or with
// which area, all of it was accepted, that holds, and the word is told (`held`).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/draft.hpp"
#include "layers/restoration/question_columns.hpp"

namespace redline {

struct StatusReading {
  bool staged = false;                          // the stage of the row was read here
  std::string unread, doubtful, lowered, held;  // words
  std::string planned, sent_back;               // prose that says so (planned_words.hpp)
  bool work_planned = false;                    // not its acceptance alone
  std::string strange;                          // under 状态, neither stage nor status word
  std::string unaccepted;                       // a stage of open work beside a day of acceptance
  std::string denied;                           // a column that says 否 beside acceptance
  std::string done_so_far, under_way;           // words of sites whose areas are, or are not, called done
  bool answered = false;                        // by columns that ask for it
  void add(Answers const& answers);
};

std::string word_of_state(RowValues const& values, Answers const& answers);  // as written, before it is read

StatusReading take_status(RowValues& values, bool has_geometry, bool of_progress_named_status,
                          RestorationModel const& model, std::vector<Message>& problems);

}  // namespace redline
