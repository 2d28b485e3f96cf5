// The disturbed ground of each site: all that was recorded of it before "restored", if its history begins there; ground
// sent back is no new disturbance. It is what the site must restore, unless something else is stated (`stated`): ground
// that several such sites of a reserve share is required of the reserve once. Finding: restoration.outlines_overlap,
// above 1 m².
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/claims.hpp"

namespace redline {

std::map<SiteKey, Geometry> outlines_of(std::vector<Polygon> const& polygons);

std::vector<SharedOutlines> shared_outlines(std::map<SiteKey, Geometry> const& outlines,
                                            std::set<SiteKey> const& stated, Findings& findings);

}  // namespace redline
