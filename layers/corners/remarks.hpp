// What a line of text beside a corner list says of it: coordinate system, width and number of the zone, central
// meridian (kept under the keys of the TXT form), the area in m² and how degrees are written. True where it said
// anything.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

double square_metres(std::string const& unit);  // 平方公里, hm2, 亩, …; others are km²
bool take_remarks(std::string const& line, CornerList& out);

}  // namespace redline
