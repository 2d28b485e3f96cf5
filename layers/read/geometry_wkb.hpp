// From OGR's geometry to two-dimensional, linear ISO WKB that GEOS reads: arcs become lines with a vertex each
// ARC_STEP_DEGREES (a vertex then strays from an arc of 1 km radius by less than 3 mm), Z and M are dropped, the flags
// of the feature say so. A collection of one dimension becomes its MULTI type; a mixed one, a TIN or a polyhedral
// surface is a geometry_problem. The given geometry is changed.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <ogr_geometry.h>

#include <string>
#include <vector>

#include "layers/read/feature_source.hpp"

namespace redline {

inline constexpr double ARC_STEP_DEGREES = 0.25;

struct GeometryOptions {
  bool closed_lines_are_polygons = false;  // DXF
};

// Gives whether a closed line was turned into a polygon.
bool export_geometry(OGRGeometry& g, GeometryOptions const& options, RawFeature& out);

}  // namespace redline
