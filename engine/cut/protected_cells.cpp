// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/protected_cells.hpp"

namespace redline {
namespace {

constexpr double MARGIN_DEGREES = 2e-5;  // 1 m at 63°, more nearer to the equator

}  // namespace

std::vector<Geometry> protected_cells(Basemap const& basemap, Bounds const& box, LeaveZone const& leave) {
  std::vector<CellRef> refs;
  basemap.query(box.expanded(MARGIN_DEGREES, MARGIN_DEGREES), refs);
  std::vector<Geometry> out;
  for (auto const& ref : refs) {
    auto const& ground = basemap.ground(ref.area);
    auto const& cell = ground.cells[ref.cell];
    if (leave(ref.area, ground.zones[cell.zone].zone)) out.push_back(ground.geometry(cell));
  }
  return out;
}

}  // namespace redline
