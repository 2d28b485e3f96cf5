// Lines that enclose ground, as phones and drawings show outlines. is_line: by the header of the bytes alone.
// is_closed: the last point of the line is its first, and there are four points or more. enclosed: a polygon of each
// line, none taken for a hole of another; nothing unless all lines are closed and enclose some ground.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>

#include "engine/geometry/coordinates.hpp"

namespace redline {

bool is_line(std::span<unsigned char const> wkb);
bool is_closed(Ring const& line);
std::optional<Coordinates> enclosed(Coordinates const& lines);

}  // namespace redline
