// Polygons of which their row does not say that anything was done there: no stage, no filled cell of done work
// (已治理面积, 完成时间; not 面积 or 日期, the model's bare_headings), no acceptance. None of them is restored. Where
// the row says what is asked for (应治理面积, 破坏面积, a deadline) the polygon is the outline of its site, which has
// not begun; else it is being worked on. Not so of corrections, nor where the user says what the polygons count
// (--column measure==治理面积).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/table_words.hpp"

namespace redline {

enum class Unsaid { none, outline, under_way };

class UnsaidPolygons {
 public:
  UnsaidPolygons(RowColumns const& columns, RestorationModel const& model, TableWords const& words);
  Unsaid take(RowValues& values) const;  // of a row with a polygon: its stage

 private:
  bool says_done(RowValues const& values) const;
  bool done_by_state(RowValues const& values) const;

  RestorationModel const& m_model;
  bool m_bare_area, m_bare_day;  // their headings do not speak of work
};

bool bare_heading(std::string const& heading, TableWords const& words);  // 面积, 日期

}  // namespace redline
