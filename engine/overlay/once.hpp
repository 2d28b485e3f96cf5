// Points given twice and stretches that a line runs over twice count once, in the whole as in every zone; overlays
// see them so, and by the same rule on all sides the parts add up. Null where nothing is repeated (points: to the last
// digit; lines: beyond 1 mm + 1e-9 of the length). `before` and `after`: number of points, or metres. A line that is
// dissolved is split where it crosses itself, its corners on the grid of the ladder. Longitude/latitude, EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "engine/geometry/coordinates.hpp"

namespace redline {

struct Once {
  Geometry geometry;
  double before = 0, after = 0;
};

std::optional<Once> counted_once(Geometry const& geometry, Coordinates const& shape);

}  // namespace redline
