// Areas that their heading calls done (累计治理面积, 已治理面积, 完成治理面积, the figures of a year) are done whatever
// the state of their site: 整改中 speaks of the rest of it. A plain 治理面积 beside such a word is what is being worked
// on. Accepted, an area that its heading calls treated (治理) was restored as well. Of a polygon the area is done and
// the polygon is worked on (standing_figures.hpp). Not so of volumes, and where the stage names the kind of work (回填,
// 覆土). SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/status_words.hpp"

namespace redline {

class DoneFigures {
 public:
  DoneFigures(RowColumns const& columns, bool by_year);
  // `own`: the word of the row's own column of stages, if any; `values`, `status` as take_status() left them.
  void settle(RowValues& values, StatusReading& status, std::string const& own, std::string const& word,
              bool has_geometry, RestorationModel const& model) const;
  void call_treated(RowDraft& draft, RowValues const& before, RestorationModel const& model) const;

  bool calls_done(RowValues const& values) const;

 private:
  bool treats(RowValues const& values) const;

  bool m_by_year, m_value, m_increment;
  bool m_treated_value, m_treated_increment, m_treated_sum;
};

// 治理面积 of a row whose 完成面积 is empty becomes its figure: worked on, or what the row says of its being done.
enum class LessThanDone { none, as_said, under_way };
LessThanDone take_less_than_done(RowValues& values, std::vector<std::string> const& cells, RowColumns const& columns,
                                 TableWords const& words, bool has_geometry);

}  // namespace redline
