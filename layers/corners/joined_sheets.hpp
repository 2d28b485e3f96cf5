// A list that runs on over two sheets of a workbook. Where the numbers of a sheet go on from those of the sheet before,
// whose last ring did not come back to its first corner, and no names of parcels part them, both are one ring if that
// one does not cross itself. Either way it is said by a warning: corner.sheets_joined or corner.sheets_apart; pages
// with numbers are joined with a remark. Sheets called 东区 and 西区 are parcels; one called 扣除… are holes of the one
// before.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

void join_sheets(CornerList& all, CornerList& sheet);  // parcels of `sheet` may move to the last one of `all`

}  // namespace redline
