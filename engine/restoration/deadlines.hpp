// Which deadlines have passed: of sites, and of the reserve as a whole, while work is left. Where something is known to
// be required, work is left as long as anything remains; else until all that was claimed is accepted, by polygon where
// the site has polygons, and a reserve as a whole is also done when each of its sites is. Finding:
// restoration.deadline_passed. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/status.hpp"

namespace redline {

void check_deadlines(ReserveStatus& r, KnownGround const& known, Date as_of);  // after settle()

}  // namespace redline
