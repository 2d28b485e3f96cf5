// Columns that look as if they held areas, days or stages (the model's telling_words), hold something and are not read:
// findings restoration.column_unread {file, heading, cells}, so that nothing is dropped in silence. Polygons that no
// column gives a stage would count as restored: where a column that is not read seems to hold stages, by its heading
// (the model's stage_headings) or by every cell, refuse_stages() throws Error(input, restoration.stages_unread).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>

#include "engine/core/finding.hpp"
#include "layers/restoration/row_columns.hpp"

namespace redline {

class UnreadColumns {
 public:
  void count(std::vector<std::string> const& cells);
  void count_polygon(std::vector<std::string> const& cells, RowColumns const& columns, RestorationModel const& model);
  void leave_out(std::size_t column) { m_left_out.insert(column); }  // read in another way
  void count_stageless() { ++m_stageless; }
  void refuse_stages(std::string const& file, std::vector<std::string> const& header, RowColumns const& columns,
                     RestorationModel const& model) const;
  Findings findings(std::string const& file, std::vector<std::string> const& header, RowColumns const& columns,
                    RestorationModel const& model) const;

 private:
  int stages_in(std::size_t column) const { return column < m_stages.size() ? m_stages[column] : 0; }

  std::vector<int> m_filled, m_stages;  // cells by column: that hold something, a word of stages
  int m_stageless = 0;
  std::set<std::size_t> m_left_out;
};

}  // namespace redline
