// A polygon of one ring, split by the border of a zone, or of several zones of one area together: the ground it shares
// with them and the ground it leaves (shells counter-clockwise; none where it lies wholly on one side). The border may
// cross it from side to side, and lie inside as islands of ground or holes in it. Corners are those given; crossings
// are computed once and used on both sides, so the two parts fit exactly. Null wherever anything is not plain: holes or
// several parts, a corner within 1e-11 degree (a micrometre) of the other outline, parts that touch but in single
// corners. The ladder of overlays answers then. Longitude/latitude, EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>

#include "engine/basemap/basemap.hpp"
#include "engine/overlay/split.hpp"

namespace redline {

std::optional<Split> split_by_border(AreaCells const& ground, std::span<CellRef const> cells_of_zones,
                                     Coordinates const& polygon, Bounds const& bounds);

}  // namespace redline
