// Elevations between which is mined, as lines beside the corners state them: 开采标高：1200m至900m,
// 开采深度：由1200米至 900米标高, 矿区一（面积0.01km²，标高1200-900m）. One that names an area is that of its parcel;
// of several, one behind each parcel is that of the one above it, one before each that of the one below; the others are
// of all parcels. Where none stands before the first table and none behind the last, each is that of the table below
// it, and that is a doubt. So of what names the right and its holder (said_identity.hpp). What they mean is read later
// (right_terms.hpp).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

bool take_terms_of_line(int line, std::string const& text, CornerList& list);
bool is_line_of_terms(std::string const& text);  // of no area by name: no title of the table below it
void give_terms_to_parcels(CornerList& list);    // at its end

}  // namespace redline
