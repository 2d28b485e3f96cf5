// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/stage_day_notes.hpp"

#include "layers/restoration/words.hpp"

namespace redline {

void StageDayNotes::add(RowDays const& days, std::int64_t row) {
  m_rows += days.any() ? 1 : 0;
  m_unread.add(days.unread, row), m_returned.add(days.returned, row);
}

Findings StageDayNotes::findings(std::string const& file, std::vector<std::string> const& headings, Language l) const {
  Findings out;
  auto const names = joined_names(headings, l);
  if (m_rows > 0)
    out.push_back({"restoration.stage_days", Severity::info, file, "", {file, names, std::to_string(m_rows)}});
  m_unread.tell("restoration.stage_days_unread", Severity::warning, file, names, l, out);
  m_returned.tell("restoration.returned_last", Severity::warning, file, names, l, out);
  return out;
}

}  // namespace redline
