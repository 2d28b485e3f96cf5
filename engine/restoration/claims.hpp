// Polygons that claim the same ground as restored: pairs of claims at the same stage, the later against the earlier,
// unless the ground was disturbed or sent back in between. What a later claim shares with earlier ones is its
// deduction. Same site and programme, at least 95 % of either shared, not declared cumulative: a cumulative figure
// reported as new; anything else is ground claimed twice. A polygon that disturbs or sends back ground takes it from
// the claims before it (known.taken_back), each m² from the one that counts it; a return leaves those of its own site
// to the account of the site, which sends back what its row says. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <limits>

#include "engine/restoration/survey.hpp"

namespace redline {

struct Polygon {
  RestorationRecord const* record = nullptr;
  Geometry geometry;  // as reported
  double m2 = 0;
  Bounds bounds = {};
  std::size_t returned = std::numeric_limits<std::size_t>::max();  // the first place behind it that it was sent back by
};

void compare_claims(std::vector<Polygon> const& polygons, KnownGround& known, Findings& findings);

}  // namespace redline
