// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/run_on_rings.hpp"

#include <cmath>

#include "layers/corners/corner_number.hpp"
#include "layers/corners/ring_area.hpp"

namespace redline {
namespace {

constexpr std::size_t MOST = 300;  // corners; each place is tried

bool numbers_run_on(CornerRing const& ring) {
  for (std::size_t i = 1; i < ring.corners.size(); ++i)
    if (!corner_number(ring.corners[i].name).follows(corner_number(ring.corners[i - 1].name))) return false;
  return true;
}

double length(Corner const& a, Corner const& b) { return std::hypot(b.x - a.x, b.y - a.y); }

// What the outlines have more than that of one ring.
double more_outline(CornerRing const& ring, std::size_t at) {
  auto const& c = ring.corners;
  return length(c[at - 1], c.front()) + length(c.back(), c[at]) - length(c[at - 1], c[at]) -
         length(c.back(), c.front());
}

bool sound_apart(CornerRing const& ring, std::size_t at) {
  auto const place = ring.corners.begin() + static_cast<std::ptrdiff_t>(at);
  std::vector<CornerRing> two(2);
  two[0].corners.assign(ring.corners.begin(), place);
  two[1].corners.assign(place, ring.corners.end());
  return sound_together(two);
}

}  // namespace

std::optional<std::size_t> second_ring_at(CornerRing const& ring) {
  auto const n = ring.corners.size();
  if (n < 2 * FEWEST_CORNERS || n > MOST || !numbers_run_on(ring) || sound(ring)) return std::nullopt;
  std::optional<std::size_t> out;
  for (auto at = FEWEST_CORNERS; at + FEWEST_CORNERS <= n; ++at)
    if (sound_apart(ring, at) && (!out || more_outline(ring, at) < more_outline(ring, *out))) out = at;
  return out;
}

}  // namespace redline
