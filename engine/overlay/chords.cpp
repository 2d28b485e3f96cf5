// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/chords.hpp"

#include "engine/basemap/locate.hpp"
#include "engine/geometry/validity.hpp"
#include "engine/overlay/border_chains.hpp"
#include "engine/overlay/islands.hpp"

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

// Closed borders become chains, those without a corner outside also islands, if they keep clear of the outline.
std::vector<Ring> islands_in(Ring const& outline, BorderChains& chains) {
  std::vector<Ring> out;
  for (auto& ring : chains.closed) {
    auto chain = from_outside(ring, outline);
    if (chain.empty()) out.push_back(ring);
    chains.open.push_back(chain.empty() ? std::move(ring) : std::move(chain));
  }
  return out;
}

}  // namespace

std::optional<Split> split_by_border(AreaCells const& ground, std::span<CellRef const> cells_of_zones,
                                     Coordinates const& polygon, Bounds const& bounds) {
  if (!is_one_ring(polygon)) return std::nullopt;
  auto chains = border_chains(ground, cells_of_zones, bounds.expanded(TOO_NEAR_DEGREES * 2, TOO_NEAR_DEGREES * 2));
  if (!chains) return std::nullopt;
  auto const& outline = polygon.parts[0][0];
  auto islands = islands_in(outline, *chains);
  bool const several = chains->open.size() > 1, has_islands = !islands.empty();
  auto out = split(outline, std::move(chains->open));  // null where an island crosses the outline
  if (!out) return std::nullopt;
  bool const crossed = !out->inside.parts.empty();
  if (!crossed) out = on_one_side(ground, cells_of_zones, polygon);
  if (out && has_islands) out = with_islands(std::move(*out), std::move(islands), outline);
  // Two stretches of border may touch each other inside.
  bool const may_touch = out && ((several && crossed) || has_islands);
  if (may_touch && !(valid(out->inside) && valid(out->outside))) return std::nullopt;
  return out;
}

}  // namespace redline
