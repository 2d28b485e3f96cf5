// Columns that look as if they held areas, days or stages (the model's telling_words), hold something and are not read:
// findings restoration.column_unread {file, heading, cells}, so that nothing is dropped in silence.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/core/finding.hpp"
#include "layers/restoration/row_columns.hpp"

namespace redline {

class UnreadColumns {
 public:
  void count(std::vector<std::string> const& cells);
  void count_progress(bool unread) { m_progress += unread ? 1 : 0; }  // words that are neither stage nor status
  Findings findings(std::string const& file, std::vector<std::string> const& header, RowColumns const& columns,
                    RestorationModel const& model) const;

 private:
  std::vector<int> m_filled;  // cells by column
  int m_progress = 0;
};

}  // namespace redline
