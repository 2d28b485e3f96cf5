// What a line of text beside a corner list says of it: coordinate system, width and number of the zone, central
// meridian (kept under the keys of the TXT form), the area in m² and how degrees are written. True where it said
// anything.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

// In an expression.
inline constexpr char const* AREA_UNITS =
    "平方千米|平方公里|㎢|[kK][mM](?:²|2|\\^2)|公顷|hm²|hm2|亩|万(?:平方米|㎡|m²|m2)|平方米|㎡|m²|m2";

double square_metres(std::string const& unit);  // 平方公里, hm2, 亩, …; others are km²
bool take_remarks(std::string const& line, CornerList& out);

}  // namespace redline
