// A ring that crosses itself while its numbers run on may be two: where the second one would begin, so that neither
// crosses itself or the other. Of several such places the one with the shortest outlines.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "layers/corners/corner_list.hpp"

namespace redline {

std::optional<std::size_t> second_ring_at(CornerRing const& ring);  // index of its first corner

}  // namespace redline
