// How near the sides of a polygon of restoration, straight in a projected system, are followed in longitude/latitude:
// 0.01 mm, so that a polygon and the parts it is split into differ by nothing that counts; nearer than `densify_m`
// always, and coarser only where the border is so long that it would need more than 20,000 corners.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "engine/crs/transformation.hpp"

namespace redline {

double side_bound_m(std::span<unsigned char const> wkb, Transformation const& to_4490, double densify_m);

}  // namespace redline
