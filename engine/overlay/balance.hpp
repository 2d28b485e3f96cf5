// The balance of one activity: whole = in zones (dissolved, ground counted once) + outside + residue, each measured on
// its own. m² (exact areas) for polygons, m for lines, count for points. The residue must stay within 0.01 m² + 1e-9 of
// the whole (m: 1 mm + 1e-9; count: 0), the resolution of double coordinates. Polygons that no border splits plainly
// are weighed by a sweep (union_area.hpp), the rest by overlays, which may snap strips away where borders nearly
// coincide (ladder.hpp). What misses the bound is weighed again from the rung `grid` on; beyond it still, `balanced` is
// false, require_balanced() throws, and no result may stand.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/core/error.hpp"
#include "engine/core/text.hpp"
#include "engine/overlay/overlap.hpp"

namespace redline {

struct Balance {
  std::string unit;
  double whole = 0, in_zones = 0, outside = 0, residue = 0;
  bool balanced = true;
};

Balance balance(Basemap const& basemap, Geometry const& activity, std::vector<Overlap> const& overlaps);

class Unbalanced : public GeometryError {
 public:
  explicit Unbalanced(Balance const& b);
  Message const& message() const noexcept { return m_message; }  // ledger.unbalanced {whole, in zones, outside, unit}

 private:
  Message m_message;
};

void require_balanced(Balance const& b);

}  // namespace redline
