// Of each finding of a list that was read: the key (checks.hpp) of the parcel in whose lines it lies. Empty for one
// that is not of a line, is about all lines, or lies before, between and behind the corners of parcels.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

std::vector<std::string> owners_of_findings(CornerList const& list);
void tell_apart(CornerList& list);  // parcels whose titles others of the file have

}  // namespace redline
