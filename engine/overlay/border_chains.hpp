// The border of one zone near a box, as chains of corners with the zone on their left: edges made by cutting the zone
// into cells are left out and the border put together again across them, so the chains do not depend on the cells.
// Every chain begins and ends outside the box. Null where that cannot be had surely: a ring wholly near the box, or
// ends at a cut that do not find each other. Longitude/latitude, EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>

#include "engine/basemap/basemap.hpp"

namespace redline {

std::optional<std::vector<Ring>> border_chains(AreaCells const& ground, std::span<CellRef const> cells,
                                               Bounds const& box);

}  // namespace redline
