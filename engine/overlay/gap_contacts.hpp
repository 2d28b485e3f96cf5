// Contacts across a gap. Two straight sides on one line of a projected CRS, with points added to each for itself, lie
// up to one bound of densifying apart (both on the same side of the line as it runs): where that leaves a gap instead
// of an overlap, the area is met in a contact all the same. `near`: what lies around the activity. Points have no
// sides.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

#include "engine/basemap/near.hpp"
#include "engine/overlay/overlap.hpp"

namespace redline {

void add_gap_contacts(std::vector<Overlap>& overlaps, std::span<Near const> near, EdgeShift const& shift,
                      int dimension);

}  // namespace redline
