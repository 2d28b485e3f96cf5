// The balance of one activity: whole = in zones (dissolved, ground counted once) + outside + residue, each measured on
// its own. m² (exact areas) for polygons, m for lines, count for points. The residue must stay within 0.01 m² + 1e-9 of
// the whole (m: 1 mm + 1e-9; count: 0), the resolution of double coordinates; beyond it `balanced` is false and the run
// must not stand.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/overlay/overlap.hpp"

namespace redline {

struct Balance {
  std::string unit;
  double whole = 0, in_zones = 0, outside = 0, residue = 0;
  bool balanced = true;
};

Balance balance(Basemap const& basemap, Geometry const& activity, std::vector<Overlap> const& overlaps);

}  // namespace redline
