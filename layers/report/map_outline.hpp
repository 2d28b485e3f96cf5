// Ground as the path of an SVG. Points that fall on the same tenth of a pixel are drawn once; with `detail` the outline
// leaves out what lies nearer to it than so many pixels (Douglas-Peucker), and rings that vanish by this, unless
// nothing else is left: then a speck stands in their place. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/geometry/geometry.hpp"
#include "layers/report/map_frame.hpp"

namespace redline {

std::string outline_path(Geometry const& ground, MapFrame const& frame, double detail);

}  // namespace redline
