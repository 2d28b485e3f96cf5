// Ground less other ground, polygons in EPSG:4490: boxes, equal outlines and outlines that surely lie apart decide
// without an overlay; these are the usual cases of a site whose next stage is reported with the same polygon. No
// predicate is asked that could fail on a polygon an earlier overlay has left touching itself.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/geometry/geometry.hpp"

namespace redline {

bool same_outline(Geometry const& a, Geometry const& b);  // the same corners in the same order
bool apart(Geometry const& a, Geometry const& b);         // surely without common ground
Geometry less(Geometry a, Geometry const& b);             // MULTIPOLYGON, or a itself
Geometry common(Geometry const& a, Geometry const& b);    // MULTIPOLYGON, may be empty

}  // namespace redline
