// What a file and its numbers say against the CRS that the user gave. Of a list: another zone, central meridian or
// width of zones than it states (nothing where all eastings carry the number of the given zone: then the two agree),
// another datum, also of single rows (their findings have the key of the parcel), corners far outside the zone. Of a
// GIS file: `own`, the CRS it states. forget_proposal() takes out what the evidence says of the proposed place.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/detective.hpp"

namespace redline {

Findings against_given(CornerList const& placed, Crs const& given);
Findings against_given(CornerList const& features, Crs const& own, Crs const& given);
Findings against_given(CornerList const& features, std::string const& own_name, Crs const& given);
void forget_proposal(Findings& findings);

}  // namespace redline
