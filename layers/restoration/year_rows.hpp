// A table with figures by year (2017年治理面积, or 2017年 over 治理面积 and 验收面积): each of its rows becomes one for
// each year that has a figure, dated in that year, with the figures as 本年治理面积, and one for the other figures:
// running sums and what is new (累计, 本年) stand at the end of the last year, what must be restored with the first.
// A running sum of a day in its heading (截至2017年底累计治理面积) is a row of that day. The state of the row (销号, a
// day of acceptance) is that of its running sum, or of a part without figures, of all that its years say: once.
// Names and words stand in all of them; a column of ids only where rows are corrected by them. A plain 治理面积 beside
// the years is not read: nobody says that it is their sum. Where running sums differ from the sum of the years a row
// says so. Columns that the user names (--column) stay as they are. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <string>

#include "layers/restoration/rows.hpp"

namespace redline {

std::unique_ptr<RowSource> by_year(std::unique_ptr<RowSource> source, RestorationModel const& model,
                                   std::map<std::string, std::string> const& given);

}  // namespace redline
