// Lines under a table, such as 填表人：张三, 审核：李四, 注：面积单位为亩: their first filled cell begins with a label
// (TableWords::footers) and a colon, or is the label, and no column of figures, stages or states holds anything else.
// They are kept, and never counted. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/table_words.hpp"

namespace redline {

bool is_footer(std::vector<std::string> const& cells, RowColumns const& columns, TableWords const& words);

}  // namespace redline
