// The geometry blob of the GeoPackage standard (OGC 12-128, 2.1.3): header with envelope and EPSG:4490, then the WKB as
// it is. Takes little-endian two-dimensional WKB of the layer's dimension (0 points, 1 lines, 2 polygons), MULTI* or
// single; a single one is wrapped, so that every blob is MULTI*. Throws GeometryError for anything else: cut short,
// other type, a coordinate that is not finite. Returned bounds are empty for an empty geometry.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

#include "engine/geometry/bounds.hpp"

namespace redline {

constexpr int LEDGER_SRS = 4490;

Bounds geopackage_blob(std::span<unsigned char const> wkb, int dimension, std::vector<unsigned char>& out);
void geopackage_point(Point p, std::vector<unsigned char>& out);  // a POINT, without envelope
std::span<unsigned char const> wkb_of_blob(std::span<unsigned char const> blob);

}  // namespace redline
