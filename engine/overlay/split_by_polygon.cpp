// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/split_by_polygon.hpp"

#include <algorithm>

#include "engine/geometry/parity.hpp"

namespace redline {
namespace {

constexpr std::size_t EDGES_AGAINST_EDGES = 250'000;  // each is met with each

enum class Side { inside, outside, unsure };

Side side_of(Point p, Ring const& ring) {
  Parity parity(p);
  parity.add(ring);
  return !parity.sure() ? Side::unsure : parity.odd() ? Side::inside : Side::outside;
}

// The ring as a chain that begins and ends outside of the other; empty where no corner is surely outside.
Ring chain_from_outside(Ring ring, Ring const& other) {
  auto const start =
      std::find_if(ring.begin(), ring.end() - 1, [&](Point p) { return side_of(p, other) == Side::outside; });
  if (start == ring.end() - 1) return {};
  ring.pop_back();
  std::rotate(ring.begin(), start, ring.end());
  ring.push_back(ring.front());
  if (signed_area(ring) < 0) std::reverse(ring.begin(), ring.end());
  return ring;
}

}  // namespace

std::optional<Split> split_by_polygon(Coordinates const& polygon, Coordinates const& knife) {
  if (!is_one_ring(polygon) || !is_one_ring(knife)) return std::nullopt;
  auto const &outline = polygon.parts[0][0], &edge = knife.parts[0][0];
  if (outline.size() * edge.size() > EDGES_AGAINST_EDGES) return std::nullopt;
  auto chain = chain_from_outside(edge, outline);
  if (chain.empty()) return std::nullopt;
  auto out = split(outline, {std::move(chain)});
  if (!out || !out->inside.parts.empty()) return out;
  auto const side = side_of(outline.front(), edge);  // no border comes near: one corner tells for all
  if (side == Side::unsure) return std::nullopt;
  out->inside.dimension = out->outside.dimension = 2;
  (side == Side::inside ? out->inside : out->outside) = polygon;
  return out;
}

}  // namespace redline
