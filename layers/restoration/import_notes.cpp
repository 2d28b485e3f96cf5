// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/import_notes.hpp"

#include <algorithm>

#include "layers/restoration/words.hpp"

namespace redline {
namespace {

// The column that holds the stages or status words of a table.
std::string const& status_heading(RowColumns const& columns) {
  for (auto const m : {M_STATUS, M_PROGRESS})
    if (!columns.heading_of(m).empty()) return columns.heading_of(m);
  return columns.heading_of(M_TASK_STATE);
}

}  // namespace

void ImportNotes::record(ReadRow const& row) {
  auto const& v = row.values;
  m_days_counted += row.draft.days_counted;
  m_units_served += row.units_served;
  m_status_as_stage += row.status.staged ? 1 : 0;
  auto const& status = row.status;
  auto const n = row.kept.number;
  m_strange.add(status.strange, n);
  if (!v[M_SITE].empty() && status.strange.empty()) m_site_statuses.add(v[M_STATUS], n);
  m_unread.add(status.unread, n), m_doubtful.add(status.doubtful, n);
  m_lowered.add(status.lowered, n), m_held.add(status.held, n);
  m_unaccepted.add(status.unaccepted, n), m_denied.add(status.denied, n);
  m_done_so_far.add(status.done_so_far, n), m_under_way.add(status.under_way, n);
  m_answered += row.status.answered ? 1 : 0;
  if (row.draft.state_derived && row.draft.is_task)
    (row.draft.task_state == name(TaskState::done) ? m_done : m_open).add(v[M_TASK_STATE], n);
  m_opened += row.draft.opened ? 1 : 0;
  m_whole_reserves += row.site_is_reserve ? 1 : 0;
  m_grouped += row.reserve_of_group ? 1 : 0;
  if (row.reserve_of_block && m_blocked++ == 0) m_first_blocked = std::to_string(n);
  m_unfinished += row.unfinished ? 1 : 0;
  m_no_actual_day += row.no_actual_day ? 1 : 0;
  auto const& place = v[M_SITE].empty() ? v[M_RESERVE] : v[M_SITE];
  if (row.unsaid == Unsaid::outline) m_outlines.add(place.empty() ? "?" : place, n);
  if (row.unsaid == Unsaid::under_way) m_unsaid.add(place.empty() ? "?" : place, n);
  if (!row.no_actual_day) m_planned.add(row.planned.text, n);
  m_sent_back.add(status.sent_back, n);
  m_bare += row.bare ? 1 : 0;
  m_less_as_said += row.less_than_done == LessThanDone::as_said ? 1 : 0;
  m_less_under_way += row.less_than_done == LessThanDone::under_way ? 1 : 0;
  m_bare_beside.add(row.bare_beside, n), m_measures.add(row.unknown_measure, n);
  if (!row.standing.empty()) ++m_standing[row.standing];
  if (!row.year_given.empty()) ++m_years_given[row.year_given];
  m_day_given += row.day_given ? 1 : 0;
  auto const& all = row.draft.records;
  bool const dated = row.draft.day || std::any_of(all.begin(), all.end(), [](auto const& r) { return r.day; });
  m_undated += dated || all.empty() || !v[M_REPLACES].empty() ? 0 : 1;
  if (row.reserve_of_title) ++m_titled, m_title = v[M_RESERVE];
  m_of_situation += row.of_situation ? 1 : 0;
  m_untasked += row.draft.untasked ? 1 : 0;
  bool const figure = std::any_of(FIGURES.begin(), FIGURES.end(), [&](Meaning m) { return !v[m].empty(); });
  m_drawn += row.has_geometry ? 1 : 0;
  if (!row.has_geometry && !figure && !all.empty()) m_undrawn.add(v[M_SITE].empty() ? v[M_RESERVE] : v[M_SITE], n);
  bool const as_corrected = v[M_RESERVE].empty() && ids_of(v[M_REPLACES]).size() == 1;  // that of the other row
  if (!row.has_geometry && !row.draft.records.empty() && !as_corrected) ++m_reserves[v[M_RESERVE]];
}

// Shown by what it says of its state, else by its site.
void ImportNotes::nothing(ReadRow const& row) {
  if (!row.silent) return void(++m_nothing);
  auto const& v = row.values;
  for (auto const m : {M_STATUS, M_PROGRESS, M_SITE, M_RESERVE, M_SUBJECT})
    if (!v[m].empty()) return m_silent.add(v[m], row.kept.number);
  ++m_nothing;
}

void ImportNotes::footer(std::int64_t row) {
  ++m_footers;
  m_footer_rows += (m_footer_rows.empty() ? "" : ", ") + std::to_string(row);
}

void ImportNotes::headings(std::vector<std::int64_t> const& rows) {
  for (auto const row : rows) m_heading_rows += (m_heading_rows.empty() ? "" : ", ") + std::to_string(row);
}

void ImportNotes::group(std::int64_t row) {
  auto const number = std::to_string(row);
  if (number == m_last_group) return;  // of a row that was read as several
  ++m_groups;
  m_group_rows += (m_group_rows.empty() ? "" : ", ") + number;
  m_last_group = number;
}

void ImportNotes::tell_words(std::string const& file, RowColumns const& columns,
                             std::vector<std::string> const& questions, Language l, Findings& out) const {
  auto const asked = joined_names(questions, l);
  auto const heading = [&](std::string const& of_column) { return of_column.empty() ? asked : of_column; };
  auto const progress = heading(columns.heading_of(M_PROGRESS)), status = heading(status_heading(columns));
  auto const& task = columns.heading_of(M_TASK_STATE);
  if (m_answered > 0)
    out.push_back({"restoration.questions_read", Severity::info, file, "", {file, asked, std::to_string(m_answered)}});
  m_site_statuses.tell("restoration.site_statuses", Severity::info, file, status_heading(columns), l, out);
  m_strange.tell("restoration.status_strange", Severity::warning, file, status_heading(columns), l, out);
  m_unread.tell("restoration.progress_unread", Severity::warning, file, progress, l, out);
  m_doubtful.tell("restoration.words_under_way", Severity::warning, file, status, l, out);
  m_planned.tell("restoration.planned_days", Severity::warning, file, progress, l, out);
  m_sent_back.tell("restoration.words_sent_back", Severity::warning, file, progress, l, out);
  m_outlines.tell("restoration.polygons_asked", Severity::warning, file, "", l, out);
  m_unsaid.tell("restoration.polygons_unsaid", Severity::warning, file, "", l, out);
  if (m_drawn > 0) m_undrawn.tell("restoration.undrawn_features", Severity::warning, file, "", l, out);
  m_measures.tell("restoration.measures_unknown", Severity::warning, file, columns.heading_of(M_MEASURE), l, out);
  m_silent.tell("restoration.rows_silent", Severity::warning, file, "", l, out);
  m_held.tell("restoration.words_beside_acceptance", Severity::warning, file, status, l, out);
  auto const& accepted_on = columns.heading_of(M_ACCEPTED_ON);
  m_unaccepted.tell("restoration.acceptance_of_open", Severity::warning, file,
                    accepted_on.empty() ? "验收时间" : accepted_on, l, out);
  m_denied.tell("restoration.acceptance_denied", Severity::warning, file, asked, l, out);
  m_done_so_far.tell("restoration.done_so_far", Severity::info, file, status, l, out);
  m_under_way.tell("restoration.areas_under_way", Severity::info, file, status, l, out);
  m_lowered.tell("restoration.stage_lowered", Severity::warning, file, progress, l, out);
  m_done.tell("restoration.task_words_done", Severity::info, file, task, l, out);
  m_open.tell("restoration.task_words_open", Severity::info, file, task, l, out);
}

Findings ImportNotes::findings(std::string const& file, RowColumns const& columns, UnitsAbove const& units,
                               std::optional<Date> day_above, std::vector<std::string> const& questions,
                               Language l) const {
  Findings out;
  auto const tell = [&](char const* what, int count, std::vector<std::string> args) {
    args.push_back(std::to_string(count));
    if (count > 0) out.push_back({what, Severity::info, file, "", std::move(args)});
  };
  if (auto const& by = columns.sites_by(); !by.empty()) {
    std::string others;
    for (std::size_t i = 1; i < by.size(); ++i) others += (others.empty() ? "" : ", ") + by[i];
    auto const* code = others.empty() ? "restoration.sites_by" : "restoration.sites_by_one";
    out.push_back({code, Severity::info, file, "", {file, by.front(), others}});
  }
  tell("restoration.days_counted", m_days_counted, {});
  tell("restoration.column_as_stage", m_status_as_stage, {file, status_heading(columns)});
  tell_words(file, columns, questions, l, out);
  tell("restoration.area_under_way", m_opened, {});
  tell("restoration.unfinished_days", m_unfinished, {file, columns.heading_of(M_DATE)});
  tell("restoration.no_actual_day", m_no_actual_day, {file, columns.heading_of(M_DATE)});
  tell("restoration.bare_areas", m_bare, {file, columns.heading_of(M_VALUE)});
  if (m_bare > 0) out.back().severity = Severity::warning;
  for (auto const& [code, count] : {std::pair("restoration.less_under_way", m_less_under_way),
                                    std::pair("restoration.less_as_said", m_less_as_said)}) {
    tell(code, count, {file, columns.heading_of(M_VALUE), columns.less_than_done()});
    if (count > 0) out.back().severity = Severity::warning;
  }
  m_bare_beside.tell("restoration.bare_beside_work", Severity::warning, file, columns.heading_of(M_VALUE), l, out);
  for (auto const& [word, count] : m_standing)
    tell("restoration.standing_deadlines", count, {columns.heading_of(M_DEADLINE), word});
  for (auto const& [year, count] : m_years_given) tell("restoration.year_above", count, {file, year});
  tell("restoration.untasked", m_untasked, {});
  tell("restoration.nothing_done", m_nothing, {});
  tell("restoration.unit_above", m_units_served, {file, units.text()});
  tell("restoration.known_again", m_known_again, {file});
  if (day_above) tell("restoration.day_above", m_day_given, {file, to_string(*day_above)});
  tell("restoration.read_as_state", m_of_situation, {file});
  tell("restoration.rows_undated", m_undated, {file});
  if (m_undated > 0) out.back().severity = Severity::warning;
  if (m_footers > 0)
    out.push_back({"restoration.footers_kept", Severity::info, file, "", {std::to_string(m_footers), m_footer_rows}});
  if (!m_heading_rows.empty())
    out.push_back({"restoration.headings_repeated", Severity::info, file, "", {file, m_heading_rows}});
  if (m_groups > 0)
    out.push_back({"restoration.groups_kept", Severity::info, file, "", {std::to_string(m_groups), m_group_rows}});
  tell("restoration.reserve_of_title", m_titled, {file, m_title});
  tell("restoration.site_is_reserve", m_whole_reserves, {file});
  tell("restoration.reserve_of_group", m_grouped, {});
  tell("restoration.reserve_of_block", m_blocked, {file, m_first_blocked});
  tell("restoration.serials", m_serials, {file});
  tell("restoration.next_reports", m_next_reports, {file});
  return out;
}

Findings unread_day(std::string const& file, RowSource const& source, ImportOptions const& options) {
  auto const text = source.unread_above();
  if (text.empty() || source.day_above() || options.reported_on) return {};
  return {{"restoration.day_above_unread", Severity::warning, file, "", {file, text}}};
}

}  // namespace redline
