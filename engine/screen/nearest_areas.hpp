// The areas of the basemap that a shape comes nearest to, each once with its nearest zone, up to `count` of them and
// `limit_m` away, in order of distance; areas of `met` are left out. `area` is the index into the basemap.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>

#include "engine/basemap/near.hpp"

namespace redline {

std::vector<Near> nearest_areas(Basemap const& basemap, Coordinates const& shape, std::set<std::size_t> const& met,
                                double limit_m, std::size_t count);

}  // namespace redline
