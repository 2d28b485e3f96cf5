// One row of a table of restoration records, from its cells to the draft of its records. read(): what kind of row it is
// (a record; a total, a footer or the name of a group, which are kept and never counted; one that says nothing), its
// values by meaning and how it is stored; equal rows of one table are told apart by counting them. draft(): the records
// of a row of records and what is wrong with it.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <unordered_map>

#include "layers/restoration/bare_areas.hpp"
#include "layers/restoration/done_figures.hpp"
#include "layers/restoration/group_rows.hpp"
#include "layers/restoration/import.hpp"
#include "layers/restoration/named_figures.hpp"
#include "layers/restoration/none_figures.hpp"
#include "layers/restoration/planned_rows.hpp"
#include "layers/restoration/question_columns.hpp"
#include "layers/restoration/report_figures.hpp"
#include "layers/restoration/reserve_block.hpp"
#include "layers/restoration/reserve_spelling.hpp"
#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/rows.hpp"
#include "layers/restoration/silent_rows.hpp"
#include "layers/restoration/stage_days.hpp"
#include "layers/restoration/status_words.hpp"
#include "layers/restoration/store.hpp"
#include "layers/restoration/table_words.hpp"
#include "layers/restoration/unsaid_polygons.hpp"

namespace redline {

// of_which: a part of the row above; spare: of a row that has said it all
enum class RowKind { record, total, footer, group, of_which, nothing, spare, bad };

struct ReadRow {
  RowKind kind = RowKind::record;
  RowValues values;
  StoredRow kept;
  RowDraft draft;
  Findings findings;
  bool has_geometry = false;
  StatusReading status;
  RowDays days;          // of stages in columns of their own
  int units_served = 0;  // figures whose unit stands above the table
  bool bare = false;     // an area of which it does not say that it was restored
  LessThanDone less_than_done = LessThanDone::none;
  NoneFigures none;
  std::string accepted_at;      // the stage of acceptance that its columns name
  std::string unknown_measure;  // of an area or a volume, which is not counted
  std::string bare_beside;      // the heading of what says that it is being worked on
  PlannedRow planned;
  Unsaid unsaid = Unsaid::none;   // of a polygon
  bool no_actual_day = false;     // under 实际完成时间: not done
  bool unfinished = false;        // its stage was lowered: it has 未完成 in place of a day
  std::string standing;           // 长期坚持, in place of a deadline
  bool reserve_of_group = false;  // named by a row above (group_rows.hpp)
  bool reserve_of_block = false;  // written in the first row of its block alone
  bool reserve_of_title = false;
  bool site_is_reserve = false;   // its site is all of the reserve
  bool group_sums = false;        // a group row with figures
  std::optional<int> group_rank;  // of a row that begins a group
  bool group_names = false;       // it names a reserve
  bool of_year = false;           // its figures are those of the year that their column names
  int months = 0;                 // in the time that their column names
  std::string year_given;         // that above the table, of figures called those of the year
  bool of_titled_year = false;    // it says so of a plain area
  bool day_given = false;         // by the option or above the table
  bool required_of_site = false;  // (site_required.hpp)
  bool of_situation = false;      // its areas are what is done so far (report_figures.hpp)
  bool silent = false;            // without figure and stage, though no cell says - or 0
  bool new_figures = false;       // reported again they are the same figures, on whatever day
};

class RowReader {
 public:
  RowReader(RowSource const& source, RowColumns const& columns, RestorationModel const& model, TableWords const& words,
            ImportOptions const& options, std::string file, IsReserve is_reserve);
  ReadRow read(TableRow const& row, RowsAhead& ahead);
  void draft(ReadRow& read) const;
  void reserve_above(std::string name) {
    m_reserve_above = std::move(name);
  }  // for rows that no column, no group names
  void titles(ReserveIn reserve_in) { m_groups.titles(std::move(reserve_in)); }  // of tables below the first
  void reserve_names(ReserveSpellings const& names) { m_reserves = &names; }     // to know them in place of sites
  QuestionColumns const& questions() const { return m_questions; }
  StageDays const& stage_days() const { return m_stage_days; }

 private:
  struct RowText {
    std::vector<std::string> cells;
    std::string day, own_stage;  // as written
    bool blanked = false;        // some cells said that there is nothing
  };
  bool begin(ReadRow& out, TableRow const& row, RowsAhead& ahead);
  void take_values(ReadRow& out, TableRow const& row, RowText& text);
  bool of_its_own(ReadRow& out, TableRow const& row);
  void take_state(ReadRow& out, RowText& text) const;
  void hold_back(ReadRow& out, RowText const& text) const;
  void draft_figures(ReadRow& read, RowValues const& before) const;
  void settle_figures(ReadRow& read, RowValues const& before) const;
  void take_group(ReadRow& out, TableRow const& row, RowsAhead& ahead);
  void take_sum(ReadRow& out, TableRow const& row);
  StoredRow stored(TableRow const& row, RowValues const& values);
  std::string take_shared_figures(TableRow const& row, std::vector<std::string>& cells, Findings& findings) const;
  RowValues values_of(std::vector<std::string> const& cells, PartRole const& role, int& served) const;
  void take_measure_of_heading(RowValues& values) const;
  void take_name_of_task(RowValues& values) const;
  void take_accepted_figure(RowDraft& draft, RowValues const& before) const;
  bool of_titled_year(RowValues const& values, bool has_geometry) const;
  bool says_when_done(RowValues const& values) const;
  std::string period_given(RowValues const& values) const;
  void take_whole_reserve(ReadRow& out) const;
  std::string accepted_at(RowValues const& values, std::vector<std::string> const& cells) const;
  void complete(ReadRow& out, std::string const& remark) const;
  void settle_state(ReadRow& out, TableRow const& row) const;
  void settle_silent(ReadRow& out, TableRow const& row, bool blanked) const;

  RowColumns const& m_columns;
  RestorationModel const& m_model;
  TableWords const& m_words;
  ImportOptions const& m_options;
  std::string m_file, m_reserve_above;
  ReserveSpellings const* m_reserves = nullptr;
  std::vector<std::string> const& m_header;
  UnitsAbove m_units;
  std::optional<Date> m_reported_on;
  std::string m_period_above;
  std::optional<int> m_year_above;
  bool m_titled_year;  // 2018年度… above the header, over plain areas
  bool m_workbook, m_by_year;
  GroupRows m_groups;
  ReserveBlock m_block;
  QuestionColumns m_questions;
  StageDays m_stage_days;
  PlannedRows m_planned;
  ReportFigures m_figures;
  DoneFigures m_done;
  BareAreas m_bare;
  UnsaidPolygons m_unsaid;
  NamedFigures m_named;
  SilentRows m_silent;
  std::unordered_map<std::string, int> m_occurrences;
  mutable std::unordered_map<std::string, std::string> m_accepted_at;  // by heading
};

}  // namespace redline
