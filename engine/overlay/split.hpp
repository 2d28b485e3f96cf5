// A ring split by chains of border, ground on their left, that cross it from side to side: the parts inside the ground
// and outside, as polygons of one ring each (counter-clockwise). Every chain begins and ends outside the ring, or
// lies inside and meets it nowhere (null where it does). Corners are those given; each crossing is computed once and
// used on both sides. `split` is null wherever a corner lies within 1e-11 degree (a micrometre) of the other line, or
// crossings do not alternate; both parts are empty where nothing crosses. Whether parts touch each other is not looked
// at. Longitude/latitude.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "engine/geometry/coordinates.hpp"

namespace redline {

inline constexpr double TOO_NEAR_DEGREES = 1e-11;

struct Split {
  Coordinates inside, outside;
};

bool is_one_ring(Coordinates const& polygon);
std::optional<Split> split(Ring outline, std::vector<Ring> chains);

}  // namespace redline
