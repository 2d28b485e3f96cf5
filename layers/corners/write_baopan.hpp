// A placed list (x east, y north) in the TXT form: northing first, metres with 2 decimals, or 3 where the header says
// 精度 0.001 (or 3); longitude and latitude as degrees, minutes, seconds with 3 decimals, latitude first. Rings are
// closed, numbered through each parcel, holes behind their shell. Header values and areas that were declared stay; what
// the Crs says of zone and datum replaces them. UTF-8, CR LF. Corners that print alike and follow one another are
// written once, rounding away of digits is said: findings. Reading the text back gives the same corners, else
// Error(output, corner.lost_in_rounding {file}).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/crs/crs.hpp"
#include "layers/corners/corner_list.hpp"

namespace redline {

std::string baopan_text(CornerList const& list, Crs const& crs, std::string const& shown, Findings& findings);
int metre_decimals(CornerList const& list);

}  // namespace redline
