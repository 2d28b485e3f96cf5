// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/planned_rows.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "layers/restoration/planned_words.hpp"
#include "layers/restoration/task_rows.hpp"

namespace redline {
namespace {

constexpr std::array ACCEPTED_FIGURES{M_ACCEPTED_AREA, M_ACCEPTED_SUM, M_ACCEPTED_INCREMENT};

bool speaks(std::string const& text, std::initializer_list<char const*> words) {
  return std::any_of(words.begin(), words.end(), [&](auto const* w) { return text.find(w) != std::string::npos; });
}

// A column of stages, states or answers, or one that says 实际.
bool tells_state(RowSource const& source, RowColumns const& columns) {
  constexpr std::array STATES{M_STAGE, M_STATUS, M_PROGRESS, M_TASK_STATE};
  auto const& header = source.header();
  return std::any_of(STATES.begin(), STATES.end(), [&](Meaning m) { return !columns.heading_of(m).empty(); }) ||
         std::any_of(header.begin(), header.end(), [](auto const& heading) {
           return speaks(heading, {"实际", "是否", "情况", "结果", "结论", "意见", "状态", "进展"});
         });
}

std::string plan_above(RowSource const& source, RowColumns const& columns, TableWords const& words) {
  std::istringstream lines(source.text_above());
  bool const tells = tells_state(source, columns);
  std::string plan;
  for (std::string line; std::getline(lines, line);) {
    if (speaks(line, {"截至", "截止"})) return {};
    if (plan.empty() && title_of_plan(line, words, tells)) plan = line;
  }
  return plan;
}

bool work_figure(RowValues const& v) {
  constexpr std::array WORK{M_VALUE, M_INCREMENT, M_CUMULATIVE, M_VOLUME};
  return std::any_of(WORK.begin(), WORK.end(), [&](Meaning m) { return !v[m].empty(); });
}

bool finished_stage(Stage const* s) { return s && s->stage_class >= StageClass::restored && !s->returns; }

std::optional<Date> day_in(std::string const& text, bool workbook) {
  auto const day = last_day_of(text);
  return day || !workbook ? day : day_of_workbook(text);
}

void append_words(std::string& text, std::string const& more) { text += (text.empty() ? "" : "；") + more; }

}  // namespace

PlannedRows::PlannedRows(RowSource const& source, RowColumns const& columns, StageDays const& days,
                         RestorationModel const& model, TableWords const& words, DayOfReport report)
    : m_header(source.header()),
      m_columns(columns),
      m_days(days),
      m_model(model),
      m_plan(plan_above(source, columns, words)),
      m_report(report),
      m_actual(speaks(columns.heading_of(M_DATE), {"实际"})) {}

bool PlannedRows::reads_day(std::size_t column) const {
  auto const m = m_columns.meaning_at(column);
  return m == M_DATE || m == M_ACCEPTED_ON || m_days.reads_day(column);
}

// The day that a cell names, if it is after the day of the report; a month or a year only if it is so in whole.
std::optional<Date> PlannedRows::late(std::string const& cell, bool bare, RowValues const& v, bool workbook) const {
  if (cell.empty() || !v[M_REPLACES].empty()) return std::nullopt;
  bool const own = !v[M_REPORTED_ON].empty();
  if (!own && bare && m_report.given) return std::nullopt;
  auto const report = own ? day_in(v[M_REPORTED_ON], workbook) : m_report.day;
  auto const days = days_of(cell);
  auto const counted = !days && workbook ? day_of_workbook(cell) : std::nullopt;
  auto const first = days ? std::optional(days->first) : counted;
  if (!report || !first || *first <= *report) return std::nullopt;
  return days ? days->last : *counted;
}

std::optional<Date> PlannedRows::late_in(std::size_t column, std::string const& cell, RowValues const& v,
                                         bool workbook) const {
  bool const work = m_columns.meaning_at(column) == M_DATE;
  if (!reads_day(column) || (work && m_report.by_year)) return std::nullopt;
  return late(cell, work && m_report.bare_days, v, workbook);
}

bool PlannedRows::any_late(std::vector<std::string> const& cells, RowValues const& v, bool workbook) const {
  for (std::size_t i = 0; i < std::min(cells.size(), m_header.size()); ++i)
    if (late_in(i, cells[i], v, workbook)) return true;
  return false;
}

std::string PlannedRows::said_late(std::string const& heading, std::string const& cell, RowValues const& v) const {
  auto const report = v[M_REPORTED_ON].empty() ? to_string(m_report.day) : v[M_REPORTED_ON];
  return render(Message{"restoration.late_day", {heading, cell, report}}, m_report.language);
}

void PlannedRows::take_late_acceptance(RowValues& v, bool workbook, PlannedRow& out) const {
  auto const day = late(v[M_ACCEPTED_ON], false, v, workbook);
  if (!day) return;
  out.acceptance = out.late = true;
  if (!out.day || *out.day < *day) out.day = day;
  append_words(out.text, said_late(m_columns.heading_of(M_ACCEPTED_ON), std::exchange(v[M_ACCEPTED_ON], {}), v));
  take_deadline(v, false, out);
}

bool PlannedRows::take_days(std::vector<std::string>& cells, RowValues const& v, bool workbook, PlannedRow& out) const {
  bool any = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty() || !reads_day(i)) continue;
    bool const of_plan = !m_plan.empty() && !speaks(m_header[i], {"实际", "已"});
    auto const late = late_in(i, cells[i], v, workbook);
    auto day = of_plan ? last_day_of(cells[i]) : late;
    if (of_plan && !day && workbook) day = day_of_workbook(cells[i]);
    if (!day && !planned_day(cells[i])) continue;
    if (!day) day = day_planned(cells[i]);
    (m_columns.meaning_at(i) == M_DATE ? out.work : out.acceptance) = any = true;
    if (day && (!out.day || *out.day < *day)) out.day = day;
    out.late = out.late || late;
    append_words(out.text, late ? said_late(m_header[i], cells[i], v) : m_header[i] + "：" + cells[i]);
    cells[i].clear();
  }
  return any;
}

void PlannedRows::take_deadline(RowValues& v, bool standing, PlannedRow const& row) const {
  if (v[M_DEADLINE].empty() && !standing && row.day) v[M_DEADLINE] = to_string(row.day);
}

// Of prose that the status was not read from: 计划2019年完成.
void PlannedRows::take_prose(RowValues& v, StatusReading const& status, std::string const& progress,
                             PlannedRow& row) const {
  auto const* stage = m_model.stage(v[M_STAGE].empty() ? v[M_STATUS] : v[M_STAGE]);
  bool const of_stage = stage && stage->stage_class < StageClass::restored && !stage->returns;  // 尚未完成，力争…
  bool const behind = status.planned.empty() && of_stage && read_prose(progress) == Prose::work_planned;
  if (status.planned.empty() && !behind) return;
  append_words(row.text, progress);
  row.work = row.work || status.work_planned;
  row.day = row.day ? row.day : day_planned(progress);
  take_deadline(v, false, row);
}

// So far, whatever is planned: 已治理面积, 累计治理面积.
bool PlannedRows::calls_done(RowValues const& v) const {
  auto const says = [&](Meaning m) { return !v[m].empty() && speaks(m_columns.heading_of(m), {"已", "累计", "实际"}); };
  return says(M_CUMULATIVE) || says(M_VALUE) || says(M_INCREMENT);
}

void PlannedRows::drop_acceptance(RowValues& v) const {
  for (auto const m : ACCEPTED_FIGURES) v[m].clear();
}

void PlannedRows::lower(RowValues& v, bool has_geometry, PlannedRow& row) const {
  auto const& stages = m_model.stages;
  auto const begins = std::find_if(stages.begin(), stages.end(), [](Stage const& s) {
    return s.stage_class == StageClass::not_started && !s.disturbs;
  });
  v[M_VOLUME].clear(), drop_acceptance(v);
  row.bare = !row.begun && !has_geometry && begins != stages.end();
  v[M_STAGE] = row.bare ? begins->code : m_model.stage_of_open_task;
  if (!row.bare) return;
  for (auto const m : {M_CUMULATIVE, M_INCREMENT})
    if (auto const figure = std::exchange(v[m], {}); v[M_VALUE].empty()) v[M_VALUE] = figure;
  v[M_MEASURE] = BARE_AREA;
}

bool PlannedRows::settle(RowValues& v, std::string const& own, bool has_geometry, PlannedRow& row) const {
  bool const of_plan = !m_plan.empty() && (row.work || row.acceptance || (v[M_DATE].empty() && work_figure(v)));
  row.begun = m_plan.empty();
  if (!row.work && !row.acceptance && !of_plan) return false;
  bool const accepted = !v[M_ACCEPTED_ON].empty();
  auto const* stage = m_model.stage(v[M_STAGE]);
  bool const said = finished_stage(stage) && (own.empty() || speaks(own, {"已", "通过", "合格"}));
  bool const said_accepted = said && !row.late && stage->stage_class == StageClass::accepted;
  if (row.acceptance && !accepted && !said_accepted) {
    drop_acceptance(v);
    if (stage && stage->stage_class == StageClass::accepted && !stage->returns)
      v[M_STAGE] = m_model.stage_of_restored, stage = m_model.stage(v[M_STAGE]);
  }
  auto const measure = m_model.measure(v[M_KIND], v[M_MEASURE]).quantity;
  bool const of_work = v[M_MEASURE].empty() || measure == Quantity::restored || measure == Quantity::volume;
  bool const undone = row.work || (v[M_DATE].empty() && (row.acceptance || of_plan));
  bool const held = accepted || said || calls_done(v) || (stage && !finished_stage(stage));
  bool const any = work_figure(v) || has_geometry || stage;
  if (undone && !held && of_work && any) lower(v, has_geometry, row);
  if (of_plan) append_words(row.text, m_plan);
  return true;
}

void PlannedRows::quote_deadline(RowValues const& v, PlannedRow& row) const {
  if (!v[M_DEADLINE].empty() && row.text.empty()) row.text = m_columns.heading_of(M_DEADLINE) + "：" + v[M_DEADLINE];
}

bool PlannedRows::lacks_actual_day(RowValues const& v) const {
  return m_actual && v[M_DATE].empty() && v[M_ACCEPTED_ON].empty() && v[M_REPLACES].empty() && v[M_STAGE].empty() &&
         !calls_done(v);
}

}  // namespace redline
