// Rows without a figure and without a stage. A day of completion (完成时间) beside what must be restored, or alone,
// says that the work was done: the stage of restored ground, without a figure; not where the row gives 0 as what was
// done. A deadline asks for work: it has not begun. Else the row says nothing, and is kept and not counted.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/row_columns.hpp"

namespace redline {

class SilentRows {
 public:
  SilentRows(RowColumns const& columns, RestorationModel const& model, bool by_year);
  void take_stage(RowValues& values, std::vector<std::string> const& cells) const;  // cells: as they stand in the file
  bool says_nothing(RowValues const& values, bool has_geometry) const;

 private:
  RowColumns const& m_columns;
  RestorationModel const& m_model;
  bool m_completion;  // the day of a row is that of its completion
};

}  // namespace redline
