// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/split_by_polygon.hpp"

#include <algorithm>

#include "engine/geometry/parity.hpp"
#include "engine/overlay/islands.hpp"

namespace redline {
namespace {

constexpr std::size_t EDGES_AGAINST_EDGES = 250'000;  // each is met with each

enum class Side { inside, outside, unsure };

Side side_of(Point p, Ring const& ring) {
  Parity parity(p);
  parity.add(ring);
  return !parity.sure() ? Side::unsure : parity.odd() ? Side::inside : Side::outside;
}

}  // namespace

std::optional<Split> split_by_polygon(Coordinates const& polygon, Coordinates const& knife) {
  if (!is_one_ring(polygon) || !is_one_ring(knife)) return std::nullopt;
  auto const &outline = polygon.parts[0][0], &edge = knife.parts[0][0];
  if (outline.size() * edge.size() > EDGES_AGAINST_EDGES) return std::nullopt;
  auto chain = from_outside(edge, outline);
  if (chain.empty()) return std::nullopt;
  if (signed_area(chain) < 0) std::reverse(chain.begin(), chain.end());
  auto out = split(outline, {std::move(chain)});
  if (!out || !out->inside.parts.empty()) return out;
  auto const side = side_of(outline.front(), edge);  // no border comes near: one corner tells for all
  if (side == Side::unsure) return std::nullopt;
  out->inside.dimension = out->outside.dimension = 2;
  (side == Side::inside ? out->inside : out->outside) = polygon;
  return out;
}

}  // namespace redline
