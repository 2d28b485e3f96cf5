// Planned days are not done days. In place of a day of completion, acceptance or another stage 2018年12月底前 and
// 计划2019年完成 say what is to be done, and so does every such day under a title that says 方案 or 计划, unless its
// heading says 实际: nothing is done by it. Nor is it by a day that lies after that of the report (截至, 填报日期,
// --reported-on), which cannot know of it. The day is the deadline of the row where it states no other; its area,
// which no other word says to be done, is being worked on, or has not begun (in a plan); what was to be accepted is
// not. Where a column is called 实际完成时间, a row that leaves it empty is not done.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/rows.hpp"
#include "layers/restoration/stage_days.hpp"
#include "layers/restoration/status_words.hpp"

namespace redline {

struct PlannedRow {
  std::string text;         // as written; none: nothing is planned
  bool work = false;        // its completion
  bool acceptance = false;  // a day of acceptance
  bool late = false;        // after the report: what it says to be accepted is not
  bool begun = true;        // not in a plan
  bool bare = false;        // its area is kept as it was written and never added
  std::optional<Date> day;  // the last of them
};

struct DayOfReport {
  std::optional<Date> day;  // where the row has none
  bool given = false;       // by the option, for rows without a day
  bool bare_days = false;   // under 日期, which may be the day of the row itself
  bool by_year = false;     // days of completion are ends of the years that columns name
  Language language = Language::zh;
};

class PlannedRows {
 public:
  PlannedRows(RowSource const& source, RowColumns const& columns, StageDays const& days, RestorationModel const& model,
              TableWords const& words, DayOfReport report);
  bool any_late(std::vector<std::string> const& cells, RowValues const& values, bool workbook) const;
  // Empties the cells; true: there were any.
  bool take_days(std::vector<std::string>& cells, RowValues const& values, bool workbook, PlannedRow& out) const;
  void take_late_acceptance(RowValues& values, bool workbook, PlannedRow& out) const;  // 已销号（2019-06-30）
  void take_deadline(RowValues& values, bool standing, PlannedRow const& row) const;
  // `progress`: as written.
  void take_prose(RowValues& values, StatusReading const& status, std::string const& progress, PlannedRow& row) const;
  // `own`: the stage in a column of stages. True: the row was lowered, or its acceptance left out.
  bool settle(RowValues& values, std::string const& own, bool has_geometry, PlannedRow& row) const;
  void quote_deadline(RowValues const& values, PlannedRow& row) const;  // of a row that is not done
  bool lacks_actual_day(RowValues const& values) const;

 private:
  bool reads_day(std::size_t column) const;
  std::optional<Date> late(std::string const& cell, bool bare, RowValues const& values, bool workbook) const;
  std::optional<Date> late_in(std::size_t column, std::string const& cell, RowValues const& values,
                              bool workbook) const;
  std::string said_late(std::string const& heading, std::string const& cell, RowValues const& values) const;
  bool calls_done(RowValues const& values) const;
  void lower(RowValues& values, bool has_geometry, PlannedRow& row) const;
  void drop_acceptance(RowValues& values) const;

  std::vector<std::string> const& m_header;
  RowColumns const& m_columns;
  StageDays const& m_days;
  RestorationModel const& m_model;
  std::string m_plan;  // the title of the table, if it is a plan
  DayOfReport m_report;
  bool m_actual;  // the day of completion is called 实际…
};

}  // namespace redline
