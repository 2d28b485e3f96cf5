// Whether a line inside a zone keeps within `metres` of one border of its area, all along: never of a border with
// protected ground on both sides, of one area (another zone, another part) or of two (another that lies within
// `across_m`). `cells`: those of the area that the line's box touches. Exact but for where the border turns sharply,
// where the answer may be no. EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "engine/basemap/basemap.hpp"

namespace redline {

struct BorderReach {
  double metres = 0, across_m = 0;
};

bool keeps_to_border(Basemap const& basemap, std::span<CellRef const> cells, std::uint32_t zone,
                     Coordinates const& line, BorderReach const& reach);

}  // namespace redline
