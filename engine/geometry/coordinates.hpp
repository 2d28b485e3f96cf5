// The coordinates of a geometry as plain numbers: each part is a list of rings (first the shell, then holes), a line is
// one open "ring", a point one ring of one point. Rings of polygons are closed (last = first). build() is the way back;
// it throws GeometryError for an open ring or one of fewer than four points.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <vector>

#include "engine/geometry/geometry.hpp"

namespace redline {

using Ring = std::vector<Point>;
using RingsOfPart = std::vector<Ring>;

struct Coordinates {
  int dimension = -1;
  std::vector<RingsOfPart> parts;
};

Coordinates coordinates(Geometry const& g);
Geometry build(Coordinates const& c);  // always a MULTI* of its dimension
Geometry build_part(RingsOfPart const& rings, int dimension);
Wkb wkb(Coordinates const& c);  // of the MULTI*, little-endian
Geometry transform(Geometry const& g, std::function<Point(Point)> const& f);
bool has_corner_at(Geometry const& g, double Point::*axis, double value);  // exactly
bool all_finite(Coordinates const& c);
double signed_area(Ring const& closed);  // of the plane, positive counter-clockwise

}  // namespace redline
