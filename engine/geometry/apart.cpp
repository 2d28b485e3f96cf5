// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/apart.hpp"

#include "engine/geometry/oriented_rings.hpp"
#include "engine/geometry/parity.hpp"

namespace redline {
namespace {

template <class F>
bool every_edge(Coordinates const& c, F f) {
  for (auto const& part : c.parts)
    for (auto const& ring : part)
      for (std::size_t i = 1; i < ring.size(); ++i)
        if (!f(ring[i - 1], ring[i])) return false;
  return true;
}

Bounds box_of(Coordinates const& c) {
  Bounds out;
  for (auto const& part : c.parts)
    if (!part.empty()) out.add(bounds_of(part[0]));
  return out;
}

bool edges_apart(Coordinates const& a, Coordinates const& b) {
  auto const box = box_of(b);
  return every_edge(a, [&](Point p, Point q) {
    return !Bounds::of(p, q).intersects(box) || every_edge(b, [&](Point r, Point s) { return !may_meet(p, q, r, s); });
  });
}

// Of shapes whose edges do not meet: one corner of each ring tells.
bool corners_outside(Coordinates const& of, Coordinates const& shape) {
  if (shape.dimension != 2) return true;
  for (auto const& part : of.parts)
    for (auto const& ring : part) {
      Parity parity(ring.front());
      for (auto const& other : shape.parts)
        for (auto const& r : other) parity.add(r);
      if (!parity.sure() || parity.odd()) return false;
    }
  return true;
}

}  // namespace

bool surely_apart(Coordinates const& a, Coordinates const& b) {
  if (a.dimension < 1 || b.dimension < 1) return false;
  return edges_apart(a, b) && corners_outside(a, b) && corners_outside(b, a);
}

}  // namespace redline
