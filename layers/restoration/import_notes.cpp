// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/import_notes.hpp"

#include <algorithm>

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
  m_day_given += row.day_given ? 1 : 0;
  auto const& all = row.draft.records;
  bool const dated = row.draft.day || std::any_of(all.begin(), all.end(), [](auto const& r) { return r.day; });
  m_undated += dated || all.empty() || !v[M_REPLACES].empty() ? 0 : 1;
  m_untasked += row.draft.untasked ? 1 : 0;
  if (!row.has_geometry && !row.draft.records.empty()) ++m_reserves[v[M_RESERVE]];
}

void ImportNotes::footer(std::int64_t row) {
  ++m_footers;
  m_footer_rows += (m_footer_rows.empty() ? "" : ", ") + std::to_string(row);
}

Findings ImportNotes::findings(std::string const& file, RowColumns const& columns, UnitsAbove const& units,
                               std::optional<Date> day_above) const {
  Findings out;
  auto const tell = [&](char const* what, int count, std::vector<std::string> args) {
    args.push_back(std::to_string(count));
    if (count > 0) out.push_back({what, Severity::info, file, "", std::move(args)});
  };
  tell("restoration.days_counted", m_days_counted, {});
  tell("restoration.site_statuses", m_site_statuses, {file, status_heading(columns)});
  tell("restoration.column_as_stage", m_status_as_stage, {file, status_heading(columns)});
  tell("restoration.area_under_way", m_opened, {});
  tell("restoration.untasked", m_untasked, {});
  tell("restoration.nothing_done", m_nothing, {});
  tell("restoration.unit_above", m_units_served, {file, units.text()});
  tell("restoration.known_again", m_known_again, {file});
  if (day_above) tell("restoration.day_above", m_day_given, {file, to_string(*day_above)});
  tell("restoration.rows_undated", m_undated, {file});
  if (m_undated > 0) out.back().severity = Severity::warning;
  if (m_footers > 0)
    out.push_back({"restoration.footers_kept", Severity::info, file, "", {std::to_string(m_footers), m_footer_rows}});
  tell("restoration.serials", m_serials, {file});
  return out;
}

}  // namespace redline
