// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/chords.hpp"

#include "engine/basemap/locate.hpp"
#include "engine/geometry/validity.hpp"
#include "engine/overlay/border_chains.hpp"

namespace redline {
namespace {

bool valid(Coordinates const& polygons) { return surely_valid(polygons) || !defect(build(polygons)); }

// Where no border comes near, the first corner that tells does so for all of it.
std::optional<Split> on_one_side(AreaCells const& ground, std::span<CellRef const> cells, Coordinates const& polygon) {
  Split out;
  out.inside.dimension = out.outside.dimension = 2;
  for (auto const& corner : polygon.parts[0][0]) {
    auto const place = locate(ground, cells, corner);
    if (place == Place::unsure) continue;  // on the border of two zones of the area
    (place == Place::inside ? out.inside : out.outside) = polygon;
    return out;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Split> split_by_border(AreaCells const& ground, std::span<CellRef const> cells_of_zones,
                                     Coordinates const& polygon, Bounds const& bounds) {
  if (!is_one_ring(polygon)) return std::nullopt;
  auto chains = border_chains(ground, cells_of_zones, bounds.expanded(TOO_NEAR_DEGREES * 2, TOO_NEAR_DEGREES * 2));
  if (!chains) return std::nullopt;
  auto const several = chains->size() > 1;
  auto out = split(polygon.parts[0][0], std::move(*chains));
  if (!out) return std::nullopt;
  if (out->inside.parts.empty()) return on_one_side(ground, cells_of_zones, polygon);
  // Two stretches of border may touch each other inside.
  if (several && !(valid(out->inside) && valid(out->outside))) return std::nullopt;
  return out;
}

}  // namespace redline
