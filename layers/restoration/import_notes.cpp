// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/import_notes.hpp"

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
  m_site_statuses += !v[M_SITE].empty() && !v[M_STATUS].empty() ? 1 : 0;
  m_status_as_stage += row.staged ? 1 : 0;
  m_opened += row.draft.opened ? 1 : 0;
  m_grouped += row.reserve_of_group ? 1 : 0;
  m_unfinished += row.unfinished ? 1 : 0;
  if (!row.standing.empty()) ++m_standing[row.standing];
  m_untasked += row.draft.untasked ? 1 : 0;
  if (!row.has_geometry && !row.draft.records.empty()) ++m_reserves[v[M_RESERVE]];
}

void ImportNotes::footer(std::int64_t row) {
  ++m_footers;
  m_footer_rows += (m_footer_rows.empty() ? "" : ", ") + std::to_string(row);
}

void ImportNotes::group(std::int64_t row) {
  auto const number = std::to_string(row);
  if (number == m_last_group) return;  // of a row that was read as several
  ++m_groups;
  m_group_rows += (m_group_rows.empty() ? "" : ", ") + number;
  m_last_group = number;
}

Findings ImportNotes::findings(std::string const& file, RowColumns const& columns, UnitsAbove const& units) const {
  Findings out;
  auto const tell = [&](char const* what, int count, std::vector<std::string> args) {
    args.push_back(std::to_string(count));
    if (count > 0) out.push_back({what, Severity::info, file, "", std::move(args)});
  };
  tell("restoration.days_counted", m_days_counted, {});
  tell("restoration.site_statuses", m_site_statuses, {file, status_heading(columns)});
  tell("restoration.column_as_stage", m_status_as_stage, {file, status_heading(columns)});
  tell("restoration.area_under_way", m_opened, {});
  tell("restoration.unfinished_days", m_unfinished, {file, columns.heading_of(M_DATE)});
  for (auto const& [word, count] : m_standing)
    tell("restoration.standing_deadlines", count, {columns.heading_of(M_DEADLINE), word});
  tell("restoration.untasked", m_untasked, {});
  tell("restoration.nothing_done", m_nothing, {});
  tell("restoration.unit_above", m_units_served, {file, units.text()});
  if (m_footers > 0)
    out.push_back({"restoration.footers_kept", Severity::info, file, "", {std::to_string(m_footers), m_footer_rows}});
  if (m_groups > 0)
    out.push_back({"restoration.groups_kept", Severity::info, file, "", {std::to_string(m_groups), m_group_rows}});
  tell("restoration.reserve_of_group", m_grouped, {});
  tell("restoration.serials", m_serials, {file});
  return out;
}

}  // namespace redline
