// Running sums of a row against what its years say was new: between two running sums of a row (the first: from nothing)
// they must have risen by the years between, where any is given; else the finding restoration.years_contradict.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/core/finding.hpp"
#include "layers/restoration/year_layout.hpp"

namespace redline {

Findings check_years(YearLayout const& layout, TableRow const& row);

}  // namespace redline
