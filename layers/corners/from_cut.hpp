// The staked cut of an application as a corner list, to be written by baopan_text() with the Crs that StakedCut::crs
// names: one parcel, x east, corners J1, J2, … anew in each ring, rings in the order of their 圈号. What `application`
// says of id, name, sheet, use and land class stays, its declared area and number of corners do not; `header` stays,
// but the precision of metres where the cut is in degrees.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/cut/cut.hpp"
#include "layers/corners/corner_list.hpp"

namespace redline {

using CornerHeader = std::vector<std::pair<std::string, std::string>>;

CornerList corners_of_cut(StakedCut const& cut, Parcel application, CornerHeader header = {});

}  // namespace redline
