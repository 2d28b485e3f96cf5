// A geometry in its source CRS to longitude/latitude. to_lonlat adds vertices to edges that were straight in a
// projected CRS, so that no point of such an edge lies farther than bound_m from the longitude/latitude polyline; edges
// already given in longitude/latitude stay as they are. corners_to_lonlat adds none. The result is a MULTI*; an edge
// gets the same vertices in both directions, so borders with the same corners stay shared. Throws GeometryError for a
// point that cannot be transformed and for a mixed collection.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/crs/transformation.hpp"
#include "engine/geometry/geometry.hpp"

namespace redline {

Geometry to_lonlat(Geometry const& g, Transformation const& t, double bound_m = 0.01);
Geometry corners_to_lonlat(Geometry const& g, Transformation const& t);

}  // namespace redline
