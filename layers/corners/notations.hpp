// A plain list whose parcels lie each in a zone of its own (zones_apart.hpp), or a register whose rows are in several
// notations (strings, pairs, corners with their numbers; degrees, packed degrees, metres with or without the number of
// the zone or of different zones, in cells also of either order), apart: a list for each, in the order of the first row
// of each; failed parcels and findings stay with the first. Any other list is the only one.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

std::vector<CornerList> by_notation(CornerList list);

}  // namespace redline
