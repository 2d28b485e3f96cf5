// How the geometry of an overlap was obtained, weakest evidence last: cell (the activity lies wholly inside the zone,
// told by orientations beyond rounding; nothing was cut), robust (split by the border, chords.hpp, or GEOS OverlayNG),
// grid (on a precision grid of 1e-9 degree, about 0.1 mm), repaired (inputs repaired).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace redline {

enum class Rung { cell, robust, grid, repaired };

constexpr std::string_view to_string(Rung r) {
  switch (r) {
    case Rung::cell:
      return "cell";
    case Rung::robust:
      return "robust";
    case Rung::grid:
      return "grid";
    case Rung::repaired:
      return "repaired";
  }
  return "";
}

}  // namespace redline
