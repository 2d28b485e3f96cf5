// Columns of days on which a stage was reached, by their names: 县级验收时间, 退回时间, 重新验收时间, 重新整改完成时间;
// a day under 县级验收 alone, too. Each day is a record of its own: an acceptance accepts what the row's own acceptance
// does, and where the row names no day of acceptance (验收时间) the first of them is that; a return sends back the
// area beside it (退回面积), else the figure, or polygon, of the row (all of the site, where that is a running sum or
// there is none); what is accepted
// after it was restored by then. Only accepted stages, returns and what was done again (重新, 再次) are read so, and
// not in rows that correct others or are read by year.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/table_words.hpp"

namespace redline {

struct StageDay {
  Stage const* stage;
  std::string written;
  Date day;
  std::string area{}, unit{};  // sent back, where it is stated
};

struct RowDays {
  std::vector<StageDay> list;     // in order
  std::optional<StageDay> first;  // the acceptance that has become that of the row
  std::string unread;             // heading: what is no day
  std::string returned;           // the stage of a row that says that it is done, though its last day is of a return
  bool denied = false;            // days of acceptance were left out
  bool any() const { return first || !list.empty(); }
};

class StageDays {
 public:
  StageDays(std::vector<std::string> const& header, RowColumns const& columns, RestorationModel const& model,
            TableWords const& words, bool by_year, bool workbook);
  bool among(std::size_t column) const;
  bool reads_day(std::size_t column) const;  // also one whose name is that of a stage alone
  std::vector<std::string> headings() const;
  RowDays take(std::vector<std::string> const& cells, RowValues& values, bool accepted) const;  // false: it is denied
  void settle(RowDays& days, RowValues& values) const;  // beside the stage that the row has
  void add(RowDraft& draft, RowDays const& days, RowValues const& values) const;

 private:
  struct Column {
    std::size_t index;
    std::string heading;
    Stage const* stage;
    bool alone;  // its name is that of the stage, and other columns' readers take what is no day
  };
  void find_area(std::vector<std::string> const& header, RowColumns const& columns);
  RowDays read(std::vector<std::string> const& cells, bool corrects) const;
  void take_area(RowDays& days, std::vector<std::string> const& cells, RowValues const& v) const;
  std::optional<Date> day_in(std::string const& cell) const;
  std::optional<RecordDraft> acceptance(RowDraft& draft, RowDays const& days, RowValues const& values,
                                        bool drawn) const;
  RecordDraft again(RowDraft const& draft, RowValues const& values) const;

  RestorationModel const& m_model;
  TableWords const& m_words;
  bool m_workbook;
  std::vector<Column> m_columns;
  std::size_t m_area;  // 退回面积; none: beyond all columns
  std::string m_area_heading, m_area_unit;
};

}  // namespace redline
