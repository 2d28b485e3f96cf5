// The checks of a placed list that the ministry's notice of 2022 asks for, said as findings, nothing repaired: several
// rings and which are holes, contradictions between 圈号 or tail and where a ring lies, self-intersection (severity
// error, with its place), and each parcel's area: TD/T 1055 in km² with 4 decimals, planar in hectares, against the
// declared one. `to_lonlat` is absent where the datum has no way to CGCS2000: then planar areas alone are told.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/crs/transformation.hpp"
#include "layers/corners/corner_list.hpp"

namespace redline {

Findings check_corners(CornerList const& placed, Crs const& crs, Transformation const* to_lonlat);
double said_hectares(double said,
                     double hectares);  // of a TXT whose area fits in another unit: that turned into hectares
std::string parcel_title(Parcel const& parcel, std::size_t index);  // id, name or running number
std::string parcel_key(Parcel const& parcel, std::size_t index);    // of findings: another one for each of the file

}  // namespace redline
