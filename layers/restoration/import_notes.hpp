// What an import says of the rows that it took, counted while it reads them: findings at level info, and the names of
// reserves as they are written in rows without polygons. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>

#include "layers/restoration/noted_words.hpp"
#include "layers/restoration/row_reader.hpp"

namespace redline {

class ImportNotes {
 public:
  void record(ReadRow const& row);
  void footer(std::int64_t row);
  void headings(std::vector<std::int64_t> const& rows);  // that repeat the header
  void group(std::int64_t row);
  void nothing(ReadRow const& row);
  void known(ReadRow const& row) { m_known_again += row.day_given && row.new_figures ? 1 : 0; }
  void serial() { ++m_serials; }
  void next_report() { ++m_next_reports; }
  std::map<std::string, int> const& reserves() const { return m_reserves; }
  Findings findings(std::string const& file, RowColumns const& columns, UnitsAbove const& units,
                    std::optional<Date> day_above, std::vector<std::string> const& questions, Language language) const;

 private:
  void tell_words(std::string const& file, RowColumns const& columns, std::vector<std::string> const& questions,
                  Language language, Findings& out) const;

  NotedWords m_unread, m_doubtful, m_held, m_unaccepted, m_denied, m_done_so_far, m_under_way, m_lowered, m_done,
      m_open, m_bare_beside, m_planned, m_sent_back, m_undrawn, m_site_statuses, m_strange, m_outlines, m_unsaid,
      m_measures, m_silent;
  int m_days_counted = 0, m_status_as_stage = 0, m_opened = 0, m_untasked = 0;
  int m_nothing = 0, m_serials = 0, m_units_served = 0, m_footers = 0, m_unfinished = 0, m_groups = 0, m_grouped = 0,
      m_known_again = 0, m_undated = 0, m_day_given = 0, m_answered = 0, m_next_reports = 0, m_of_situation = 0,
      m_titled = 0, m_blocked = 0, m_bare = 0, m_less_as_said = 0, m_less_under_way = 0, m_no_actual_day = 0,
      m_drawn = 0, m_whole_reserves = 0;
  std::string m_first_blocked, m_footer_rows, m_heading_rows, m_group_rows, m_last_group, m_title;
  std::map<std::string, int> m_reserves, m_standing, m_years_given;
};

Findings unread_day(std::string const& file, RowSource const& source,
                    ImportOptions const& options);  // above the header

}  // namespace redline
