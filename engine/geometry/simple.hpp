// Whether the rings of a polygonal shape surely keep clear of each other and of themselves: edges share no point but
// the corner between neighbours. False where they do or where rounding leaves it open. Each ring is closed. Boxes over
// runs of edges, and over runs of boxes, make it near linear for outlines as they occur.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/geometry/coordinates.hpp"

namespace redline {

bool surely_simple(Coordinates const& c);

}  // namespace redline
