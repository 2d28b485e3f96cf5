// Areas that the lines of a printed list state (面积, S=, 宗地面积), and whose they are. One behind each parcel or ring
// is that of the corners above it, one before each that of those below; one in the title of a parcel (矿区一
// 面积0.0100平方公里) is always its own. A total is called so, or is the sum of the others. What stands before or
// behind all corners is that of the list.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layers/corners/ring_choice.hpp"

namespace redline {

bool take_remarks_of_line(int line, int rows, std::string const& text, CornerList& list);  // keeps an area with it
SaidOfRings said_of_rings(CornerList const& list, int rows);
std::vector<SaidArea> give_areas_to_parcels(CornerList& list);       // at its end; those that are nobody's
SaidArea area_declared(CornerList const& list, double computed_m2);  // of the whole list
std::optional<SaidArea> area_said_of(Parcel const& parcel, double computed_m2);

}  // namespace redline
