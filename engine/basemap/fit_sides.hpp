// Sides of different features of one area that lie within `metres` of each other get each other's corners: straight
// sides of a projected CRS that are cut into pieces of other lengths, and so have other vertices in longitude/latitude,
// then run along one line, and no strip between them is ground that two zones claim or none. No outline moves farther
// than that. A feature that would no longer be valid stays as it is. EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/basemap/partition.hpp"

namespace redline {

void fit_sides(std::vector<GroundFeature>& features, double metres);

}  // namespace redline
