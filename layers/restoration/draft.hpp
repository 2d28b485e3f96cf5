// From one row of a table to what the store keeps of it: a task, one to four records (the figure of the row, what must
// be restored, what is damaged, the volume), or both (task_rows.hpp), checked. `values` are the texts by meaning, as
// written. Problems are messages about the row; a row with a problem makes the whole file unusable, so that nothing
// goes missing. Dates of which only month or year is known mean their last day; in a `workbook` a day may be the number
// that Excel keeps.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/date.hpp"
#include "engine/core/text.hpp"
#include "engine/restoration/book.hpp"
#include "layers/restoration/days.hpp"
#include "layers/restoration/meanings.hpp"

namespace redline {

using RowValues = std::array<std::string, MEANING_COUNT>;

struct RecordDraft {
  std::string suffix;  // behind the id of the row: "", "/required", "/disturbed", "/volume"
  std::string measure, value, unit, stage;
  bool with_geometry = false;
  std::optional<Date> day = {};       // where it is not that of the row
  std::string day_text = {};          // as written
  std::optional<Basis> basis = {};    // where it is not that of the row
  std::optional<Date> reported = {};  // of a plain figure: the day of its report
};

struct RowDraft {
  bool is_task = false;
  std::string task_state;
  bool untasked = false, opened = false;  // see task_rows.hpp
  bool state_derived = false;             // from a stage or a status word
  std::optional<Date> day, deadline;
  std::string planned;   // in place of days on which something was done
  int days_counted = 0;  // how many of the days stood as the number that a workbook keeps
  std::vector<RecordDraft> records;
  std::vector<Message> problems;
};

std::optional<Date> read_day(RowValues const& values, Meaning m, bool workbook, RowDraft& out);
void check_figure(RecordDraft& r, Quantity q, Meaning m, std::vector<Message>& problems);
std::string column_mark(Meaning m);  // for the arguments of problems: the heading of that column

std::string const& day_text(RowValues const& values);  // what the row writes of its day, also with its month alone
RowDraft draft_row(RowValues const& values, bool has_geometry, RestorationModel const& model, bool workbook = false);
std::optional<Basis> basis_of(std::string_view text);  // 累计, 新增, 新增已核, or their codes

}  // namespace redline
