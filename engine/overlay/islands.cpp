// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/islands.hpp"

#include <algorithm>
#include <cmath>

#include "engine/geometry/oriented_rings.hpp"
#include "engine/geometry/parity.hpp"

namespace redline {
namespace {

constexpr double SAME_AREA = 1e-9;

bool surely_beside(Point p, Ring const& ring) {
  Parity parity(p);
  parity.add(ring);
  return parity.sure() && !parity.odd();
}

// Null where a hole lies in no shell.
std::optional<Coordinates> with(Coordinates polygons, std::vector<Ring> const& islands) {
  auto rings = oriented_rings(std::move(polygons));
  rings.insert(rings.end(), islands.begin(), islands.end());
  auto const given = rings.size();
  auto out = parts_of(std::move(rings));
  std::size_t placed = 0;
  for (auto const& part : out.parts) placed += part.size();
  if (placed != given) return std::nullopt;
  return out;
}

double area(Coordinates const& polygons) { return planar_area(oriented_rings(polygons)); }

}  // namespace

Ring from_outside(Ring closed, Ring const& outline) {
  auto const start = std::find_if(closed.begin(), closed.end() - 1, [&](Point p) { return surely_beside(p, outline); });
  if (start == closed.end() - 1) return {};
  closed.pop_back();
  std::rotate(closed.begin(), start, closed.end());
  closed.push_back(closed.front());
  return closed;
}

std::optional<Split> with_islands(Split split, std::vector<Ring> islands, Ring const& outline) {
  auto inside = with(std::move(split.inside), islands);
  for (auto& ring : islands) std::reverse(ring.begin(), ring.end());
  auto outside = with(std::move(split.outside), islands);
  if (!inside || !outside) return std::nullopt;
  auto const whole = std::abs(signed_area(outline));
  if (!(std::abs(area(*inside) + area(*outside) - whole) <= SAME_AREA * whole)) return std::nullopt;
  return Split{std::move(*inside), std::move(*outside)};
}

}  // namespace redline
