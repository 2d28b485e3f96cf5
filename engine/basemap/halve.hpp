// Oriented rings (ground on the left) split by one axis-parallel line into the ground below and above it. Each place
// where the border crosses the line is computed once and used on both sides, so the halves fit exactly. Null, and the
// rings untouched, where a corner lies on the line, two crossings are within 1e-12 degree of each other, crossings do
// not begin and end ground in turn, or the halves do not make up the area within 1e-9.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "engine/geometry/coordinates.hpp"

namespace redline {

enum class Axis { x, y };

struct RingHalves {
  std::vector<Ring> below, above;
};

bool any_corner_at(std::vector<Ring> const& rings, Axis axis, double at);
std::optional<RingHalves> split_by_line(std::vector<Ring>& rings, Axis axis, double at);

}  // namespace redline
