// Validity with reason and place, and repair by GEOS's "structure" method (a ring keeps its meaning as shell or hole;
// the union of shells minus the union of holes), which never turns overlapping shells into holes.
// repair() keeps the polygonal part and says how the planar area (square units of the coordinates) changed.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "engine/geometry/coordinates.hpp"

namespace redline {

struct Defect {
  std::string reason;
  Point place;
};

struct Repaired {
  Geometry geometry;
  double area_before = 0, area_after = 0;
};

std::optional<Defect> defect(Geometry const& g);  // nullopt: valid
// True only where it is plain without GEOS: points, or polygons whose rings keep clear of each other or touch in single
// corners (simple.hpp), those of one part never in a circle; holes in their shells, parts outside each other.
bool surely_valid(Coordinates const& c);
Repaired repair(Geometry const& g);

}  // namespace redline
