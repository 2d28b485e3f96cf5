// Narrow places of polygons in a plane of metres. Two sides of the outline that face each other through the interior
// make one: a neck between wider parts, the wall between two rings, a dead end as wide as its mouth or narrower. What a
// corner of 8° or more leaves beside the largest circle that reaches into it is none, nor is a bulge shorter than
// about 1⅓ of its width. narrow_ground(): the dead ends and long necks of `piece` (one polygon) that are narrower than
// `width`, as far as no circle of that width reaches. narrowest(): the smallest of all places and where it is; a piece
// without any counts with its largest circle, which the caller gives. Right within 0.02 %, corners of the outline being
// few (see narrowest_place()).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/geometry/geometry.hpp"

namespace redline {

struct NarrowPlace {
  double width = 0;
  Point at;
};

Geometry widened(Geometry const& g, double distance, double mitre_limit);  // negative: narrowed; sharp corners
Geometry rounded_by(Geometry const& g, double distance, int chords = 16);  // round corners; polygons only
std::vector<Geometry> narrow_ground(Geometry const& piece, double width);
NarrowPlace narrowest(Geometry const& piece, NarrowPlace const& largest_circle);

}  // namespace redline
