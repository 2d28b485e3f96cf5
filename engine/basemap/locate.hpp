// Where a shape lies against one cell of the basemap, or against the ground of one zone, decided by orientations alone
// and only where they are beyond rounding (orientation.hpp): `inside` every point of the shape lies in the interior,
// `outside` they share no point, `unsure` everything else, also a shape on, across or within rounding of a border.
// `cells`: all cells of the zone that meet the box of the shape; edges made by cutting are no borders of the zone. All
// in EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/basemap/basemap.hpp"

namespace redline {

enum class Place { inside, outside, unsure };

Place locate(AreaCells const& ground, Cell const& cell, Point p);
Place locate(AreaCells const& ground, std::span<CellRef const> cells, Point p);
Place locate(AreaCells const& ground, Cell const& cell, Coordinates const& shape, Bounds const& box);
Place locate(AreaCells const& ground, std::span<CellRef const> cells, Coordinates const& shape, Bounds const& box);

}  // namespace redline
