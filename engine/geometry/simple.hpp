// Where the rings of a polygonal shape surely keep clear of each other and of themselves: edges share no point but the
// corner between neighbours. Two rings may touch each other in one corner of both without crossing there: those places
// are given back. Null where anything else meets, more than two rings meet in one place, or rounding leaves it open.
// Each ring is closed; rings are numbered through all parts. Boxes over runs of edges, and over runs of boxes, make it
// near linear for outlines as they occur.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "engine/geometry/coordinates.hpp"

namespace redline {

struct Touch {
  std::size_t ring = 0, other = 0;
  Point at;
};

std::optional<std::vector<Touch>> sure_touches(Coordinates const& c);
bool surely_simple(Coordinates const& c);  // without any touch

}  // namespace redline
