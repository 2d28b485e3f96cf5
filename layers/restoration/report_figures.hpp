// What the figures of a table say in time where no column says it: 已治理面积 is done so far, and so is any area under
// a day 截至… (Basis::situation); a plain area of a report of a day may be that or new (reported; with a day of its
// own: dated); one with a day of its own in a table of what is done so far is a piece of it (piece). What is called new
// (新增; a title of 本月 or 年度) stays so, in its month, quarter or year where it says so (本月, 本季, 本年治理面积).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/draft.hpp"
#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/rows.hpp"

namespace redline {

bool done_so_far(std::string const& heading);  // 已治理面积

class ReportFigures {
 public:
  ReportFigures(RowSource const& source, RowColumns const& columns);
  bool so_far(RowValues const& values, Meaning area) const;       // does it say what is done so far?
  bool states(RowValues const& values, bool has_geometry) const;  // a figure without a day of its own
  void take_sum(RowValues& values) const;  // 已治理面积 beside 本月治理面积 is a running sum
  // `returns`: the day of the row is that of the return, not of its figure. True: the state of a day.
  bool settle(RowDraft& draft, RowValues const& before, RowValues const& after, bool returns,
              std::optional<Date> reported_on) const;

 private:
  bool speaks(RowValues const& values) const;
  void settle_new(RowDraft& draft, RowValues const& before) const;
  std::optional<Basis> basis(RecordDraft const& record, bool so_far, bool dated, bool of_report) const;

  bool m_by_year, m_above, m_titled_new;  // a day 截至… above the header, and not what is new
  bool m_done, m_accepted;                // 已治理面积, 已验收面积
  bool m_finished;                        // the day of a row is that of its completion
  Basis m_new, m_accepted_new;            // 本月, 本季, 本年 …: of that period; fresh: of none
};

}  // namespace redline
