// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/containment.hpp"

#include <algorithm>

#include "engine/geometry/orientation.hpp"

namespace redline {
namespace {

using Corners = std::vector<Corner>;

Point point(Corner const& c) { return {c.x, c.y}; }

Bounds bounds_of(Corners const& ring) {
  Bounds b;
  for (auto const& c : ring) b.add(point(c));
  return b;
}

// 1 inside, -1 outside, 0 on the ring.
int where(Point p, Corners const& ring) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    auto const a = point(ring[j]), b = point(ring[i]);
    bool const in_box = std::min(a.x, b.x) <= p.x && p.x <= std::max(a.x, b.x) && std::min(a.y, b.y) <= p.y &&
                        p.y <= std::max(a.y, b.y);
    if (in_box && side(a, b, p) == 0) return 0;
    if ((a.y > p.y) != (b.y > p.y) && (side(a, b, p) > 0) == (b.y > a.y)) inside = !inside;
  }
  return inside ? 1 : -1;
}

bool lies_in(Corners const& inner, Corners const& outer) {
  if (!bounds_of(outer).contains(bounds_of(inner))) return false;
  int votes = 0;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    auto const a = point(inner[i]), b = point(inner[(i + 1) % inner.size()]);
    votes += where(a, outer) + where({(a.x + b.x) / 2, (a.y + b.y) / 2}, outer);
  }
  return votes > 0;
}

}  // namespace

PartsOfRings parts_by_containment(std::vector<CornerRing> const& rings) {
  auto const n = rings.size();
  std::vector<std::vector<std::size_t>> around(n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      if (i != j && lies_in(rings[i].corners, rings[j].corners)) around[i].push_back(j);
  PartsOfRings parts;
  constexpr auto NONE = static_cast<std::size_t>(-1);
  std::vector<std::size_t> part_of(n, NONE);
  for (std::size_t i = 0; i < n; ++i)
    if (around[i].size() % 2 == 0) part_of[i] = parts.size(), parts.push_back({i});
  for (std::size_t i = 0; i < n; ++i)
    if (around[i].size() % 2 == 1) {
      auto const innermost = *std::max_element(around[i].begin(), around[i].end(),
                                               [&](auto a, auto b) { return around[a].size() < around[b].size(); });
      if (part_of[innermost] != NONE)
        parts[part_of[innermost]].push_back(i);
      else  // rings that cross lie in each other: each is a part, and the check of the geometry says so
        parts.push_back({i});
    }
  return parts;
}

Coordinates closed_rings(Parcel const& parcel) {
  Coordinates out;
  out.dimension = 2;
  for (auto const& part : parts_by_containment(parcel.rings)) {
    out.parts.emplace_back();
    for (auto const i : part) {
      Ring ring;
      for (auto const& c : parcel.rings[i].corners) ring.push_back(point(c));
      ring.push_back(ring.front());
      out.parts.back().push_back(std::move(ring));
    }
  }
  return out;
}

}  // namespace redline
