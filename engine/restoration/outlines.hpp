// The disturbed ground of each site: all that was recorded of it before "restored", if its history begins there, and
// other patches of the same table that were done already; ground sent back is no new disturbance. It is what the site
// must restore, unless something else is stated (`stated`): ground that several such sites of a reserve share is
// required of the reserve once, also where one of them has no outline and is asked for what it has worked on.
// Filled: known.shared_outlines, .inside_outlines. Finding: restoration.outlines_overlap, above 1 m².
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/claims.hpp"

namespace redline {

std::map<SiteKey, Geometry> outlines_of(std::vector<Polygon> const& polygons);

void share_outlines(std::vector<Polygon> const& polygons, std::map<SiteKey, Geometry> const& outlines,
                    std::set<SiteKey> const& stated, KnownGround& known, Findings& findings);

}  // namespace redline
