// partition() of features whose sides may lie apart by `apart_m` though they are one, as densifying or drawing moved
// them: sides are fitted together first (fit_sides.hpp), and what is left between them and no wider than that is no
// gap, no overlap and no ground outside: no finding, and what no zone covers goes to the strictest beside it.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/basemap/partition.hpp"

namespace redline {

Ground partition_fitted(ProtectedArea const& area, std::vector<GroundFeature> features, double apart_m,
                        Findings& findings);

}  // namespace redline
