// The corners of a list on the ground, read as a proposal says: on the ellipsoid of CGCS2000 whatever the datum, for a
// hundred metres do not matter to a county or an area. Nothing where they have no place in this CRS. same_area(): what
// a registered area may differ by, one per cent and 100 m².
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/geometry/geometry.hpp"
#include "layers/corners/detective.hpp"

namespace redline {

std::optional<Geometry> ground_of_corners(CornerList const& list, CrsProposal const& read_as, std::string const& crs);
bool same_area(double computed_m2, double known_m2);

}  // namespace redline
