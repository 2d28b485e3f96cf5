// WKB (OGC 06-103r4, 8.2) as a geometry and as plain numbers at once. Points, lines, polygons and their MULTI* in two
// dimensions and little-endian, as GeoPackages hold them, are read here; whatever else the bytes say is left to GEOS,
// and so are empty parts, numbers of points that are not finite, and broken bytes, for which it throws GeometryError.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "engine/geometry/coordinates.hpp"

namespace redline {

struct WkbContent {
  Geometry geometry;  // of the type that the bytes say
  Coordinates shape;
};

WkbContent read_wkb(std::span<unsigned char const> wkb);

}  // namespace redline
