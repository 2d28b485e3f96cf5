// Where a shape lies against one cell of the basemap, decided by orientations alone and only where they are beyond rounding
// (Shewchuk's bound for orient2d in doubles): `inside` every point of the shape lies in the interior of the cell, `outside` they share
// no point, `unsure` everything else, also a shape on, across or within rounding of an edge. Both in EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/basemap/cells.hpp"

namespace redline {

enum class Place { inside, outside, unsure };

Place locate(AreaCells const& ground, Cell const& cell, Point p);
Place locate(AreaCells const& ground, Cell const& cell, Coordinates const& shape, Bounds const& bounds_of_shape);

}  // namespace redline
