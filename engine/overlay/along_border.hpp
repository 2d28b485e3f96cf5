// Whether a line inside a zone keeps within `metres` of one border of its area, all along: of a border between two
// zones of the area never. `cells`: those of the area that the line's box touches. Exact but for where the border turns
// sharply, where the answer may be no. EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "engine/basemap/basemap.hpp"

namespace redline {

bool keeps_to_border(AreaCells const& ground, std::span<CellRef const> cells, std::uint32_t zone,
                     Coordinates const& line, double metres);

}  // namespace redline
