// Which rings of a parcel are shells and which are holes, from where they lie and not from their numbers: a ring inside
// an even number of others is a shell, else a hole of the innermost one around it. Equal rings are not inside one
// another. closed_rings() gives the parts as coordinates (x east), each ring closed, in the order of the shells.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/geometry/coordinates.hpp"
#include "layers/corners/corner_list.hpp"

namespace redline {

using PartsOfRings = std::vector<std::vector<std::size_t>>;  // indexes into the rings, shell first

PartsOfRings parts_by_containment(std::vector<CornerRing> const& rings);
Coordinates closed_rings(Parcel const& parcel);
bool lies_in(CornerRing const& ring, Parcel const& parcel);  // as a hole of it

}  // namespace redline
