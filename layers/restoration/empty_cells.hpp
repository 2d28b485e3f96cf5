// Cells that are filled and say nothing: the words of TableWords, and 0 where an area is expected, which means that
// nothing was done. They become empty. Not where that would say more than the row does: 0 in a correction, beside a
// polygon without a stage, or of acceptance on a day; 未验收 beside a day or an area of acceptance. Of a day of
// completion 未完成 and 待验收 say more than nothing: lower_unfinished() keeps such a row from counting as done. Its
// area counts as under way, unless a stage says that it is restored and it only waits for its acceptance. Under 状态
// 未销号 and its like are empty, too.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/table_words.hpp"

namespace redline {

// `values` are those of the cells as they stand. Whether any was made empty.
bool blank_empty_cells(std::vector<std::string>& cells, RowValues const& values, RowColumns const& columns,
                       TableWords const& words, RestorationModel const& model, bool has_geometry);
bool area_of_nothing(std::string const& cell);                  // 0, 0.00亩, ０
bool no_day(std::string const& cell, TableWords const& words);  // 未完成, 待验收
// `day`: what the row had in place of its day, a word of no_day(). Whether its stage was lowered.
bool lower_unfinished(RowValues& values, std::string const& day, TableWords const& words, RestorationModel const& model,
                      bool has_geometry);

}  // namespace redline
