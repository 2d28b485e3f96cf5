// Two polygons of one ring each that cross each other plainly: what of `polygon` lies inside and outside of `knife`, as
// split() gives it. Null where that is not plain: holes or several parts, corners on the other outline, one wholly
// inside the other so that a hole would remain, or so many corners that a sweep is quicker. Longitude/latitude.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/overlay/split.hpp"

namespace redline {

std::optional<Split> split_by_polygon(Coordinates const& polygon, Coordinates const& knife);

}  // namespace redline
