// SPDX-License-Identifier: Apache-2.0
#include "engine/screen/context.hpp"

#include <map>

#include "engine/basemap/basemap.hpp"
#include "engine/crs/local_metric.hpp"
#include "engine/overlay/ladder.hpp"

namespace redline {
namespace {

constexpr double MARGIN = 0.25, LEAST_MARGIN_M = 300;

}  // namespace

Bounds context_box(Application const& a, Bounds const& of_geometry) {
  auto box = of_geometry;
  if (a.conflicts.empty() && a.contacts.empty() && !a.nearest.empty()) box.add(a.nearest.front().to);
  auto const c = box.centre();
  LocalMetric const metric(c);
  auto const corner = metric.to_m({box.max_x, box.max_y});
  auto const margin = std::max(LEAST_MARGIN_M, 2 * MARGIN * std::max(corner.x, corner.y));
  auto half_x = corner.x + margin, half_y = corner.y + margin;
  half_x = std::max(half_x, MAP_PROPORTION * half_y), half_y = std::max(half_y, half_x / MAP_PROPORTION);
  auto const far = metric.to_lonlat({half_x, half_y});
  return {2 * c.x - far.x, 2 * c.y - far.y, far.x, far.y};
}

std::vector<ContextZone> context_zones(Basemap const& basemap, Bounds const& box) {
  std::vector<CellRef> refs;
  basemap.query(box, refs);
  std::map<std::pair<std::size_t, std::uint32_t>, std::vector<Geometry>> pieces;
  auto const frame = Geometry::rectangle(box);
  for (auto const& ref : refs) {
    auto const& cell = basemap.cell(ref);
    auto ground = basemap.ground(ref.area).geometry(cell);
    if (!box.contains(cell.bounds)) ground = only_dimension(intersection_by_ladder(ground, frame).geometry, 2);
    if (!ground.empty()) pieces[{ref.area, cell.zone}].push_back(std::move(ground));
  }
  std::vector<ContextZone> out;
  out.reserve(pieces.size());
  for (auto& [at, parts] : pieces)
    out.push_back({at.first, basemap.ground(at.first).zones[at.second].zone,
                   union_by_ladder(std::move(parts), 2).geometry.wkb()});
  return out;
}

}  // namespace redline
