// The corners of a polygon in EPSG:4490 as a person would list them, in the CRS that `printed` leads from: without the
// vertices that lie on a straight line of either CRS within 0.1 mm (they come from cutting and from densifying), parts
// from the largest on, corners named C1, C2, … through all parts. The transformation is used by one thread at a time.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/crs/transformation.hpp"
#include "engine/screen/screening.hpp"

namespace redline {

std::vector<ScreenedPart> corner_parts(Geometry const& lonlat, Transformation const& printed);

}  // namespace redline
