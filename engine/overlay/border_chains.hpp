// The border of one zone, or of the ground of several zones of one area together, near a box, as chains of corners with
// the ground on their left. Edges made by cutting into cells are left out and the border put together again across
// them, so the chains do not depend on the cells; edges between two of the zones are left out. An open chain begins and
// ends outside the box; a closed one (last corner = first) is a border that comes near the box all round. Null where
// that cannot be had surely: ends that do not find each other. Longitude/latitude, EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>

#include "engine/basemap/basemap.hpp"

namespace redline {

struct BorderChains {
  std::vector<Ring> open, closed;
};

std::optional<BorderChains> border_chains(AreaCells const& ground, std::span<CellRef const> cells_of_zones,
                                          Bounds const& box);

}  // namespace redline
