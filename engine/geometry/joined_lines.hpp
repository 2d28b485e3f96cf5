// Lines, each drawn in either direction, that join end to end into closed ones; ends no farther apart than `within`, in
// units of the coordinates, are one. Nothing unless every line is part of a closed one. Closed lines are told apart by
// the first line in each.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>

#include "engine/geometry/coordinates.hpp"

namespace redline {

std::optional<std::map<std::size_t, Ring>> joined_lines(std::vector<Ring> lines, double within);

}  // namespace redline
