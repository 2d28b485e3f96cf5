// The corner lists of a workbook as one: each sheet that holds rows of corners is read as a printed list, its parcels
// follow those of the sheets before; other sheets are a finding. spare_parcels: as of refuse_failed_lines(). nullopt
// where no sheet is such a list. Errors (input): corner.lines_failed naming FILE:SHEET and rows,
// corner.sheets_contradict {file, key, sheet, one, other} where sheets state different coordinate systems or zones,
// those of read_sheets().
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "layers/corners/corner_list.hpp"
#include "layers/read/open.hpp"

namespace redline {

std::optional<CornerList> corners_of_sheets(SourceOptions const& options, Language language,
                                            bool spare_parcels = false);

}  // namespace redline
