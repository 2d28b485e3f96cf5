// Areas of a printed list without a unit. They are read in the one unit (km², hectares, m², mu) in which the corners
// have an area that the list states, to 1 % or the last printed place; where no unit fits, or more than one, they are
// not compared, and that is a warning. Where other areas of the list have their units they are left out.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/core/finding.hpp"
#include "engine/crs/transformation.hpp"
#include "layers/corners/corner_list.hpp"

namespace redline {

std::vector<SaidArea> leave_without_unit(CornerList& list);  // those left out; before they are given to parcels
Findings settle_areas(CornerList& placed, Crs const& crs, Transformation const* to_lonlat);

}  // namespace redline
