// Cells that are filled and say nothing: the words of TableWords, and 0 where an area is expected, which means that
// nothing was done. They become empty. Not where that would say more than the row does: 0 in a correction, beside a
// polygon without a stage, or of acceptance on a day; 未验收 beside a day or an area of acceptance. Under 状态 未销号
// and its like are empty, too.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/table_words.hpp"

namespace redline {

// `values` are those of the cells as they stand. Whether any was made empty.
bool blank_empty_cells(std::vector<std::string>& cells, RowValues const& values, RowColumns const& columns,
                       TableWords const& words, RestorationModel const& model, bool has_geometry);
// Nothing is left that a record could be made of.
bool says_nothing(RowValues const& values, bool has_geometry);

}  // namespace redline
