// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/containment.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/geometry/orientation.hpp"

namespace redline {
namespace {

using Corners = std::vector<Corner>;
using Parents = std::vector<std::vector<std::size_t>>;

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

double twice_area(Corners const& ring) {
  double sum = 0;
  auto const& o = ring.front();
  for (std::size_t i = 1; i + 1 < ring.size(); ++i)
    sum += (ring[i].x - o.x) * (ring[i + 1].y - o.y) - (ring[i + 1].x - o.x) * (ring[i].y - o.y);
  return std::abs(sum);
}

struct Extent {
  Bounds bounds;
  double area = 0;
};

bool most_lies_in(Corners const& inner, Corners const& outer) {
  int votes = 0;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    auto const a = point(inner[i]), b = point(inner[(i + 1) % inner.size()]);
    votes += where(a, outer) + where({(a.x + b.x) / 2, (a.y + b.y) / 2}, outer);
  }
  return votes > 0;
}

// What lies inside is smaller: of two equal rings, whose corners rounding may put inside one another, neither does.
Parents rings_around(std::vector<CornerRing> const& rings) {
  std::vector<Extent> extents;
  extents.reserve(rings.size());
  for (auto const& r : rings) extents.push_back({bounds_of(r.corners), twice_area(r.corners)});
  Parents out(rings.size());
  for (std::size_t i = 0; i < rings.size(); ++i)
    for (std::size_t j = 0; j < rings.size(); ++j)
      if (extents[j].area > extents[i].area && extents[j].bounds.contains(extents[i].bounds) &&
          most_lies_in(rings[i].corners, rings[j].corners))
        out[i].push_back(j);
  return out;
}

}  // namespace

PartsOfRings parts_by_containment(std::vector<CornerRing> const& rings) {
  auto const n = rings.size();
  auto const around = rings_around(rings);
  PartsOfRings parts;
  std::vector<std::optional<std::size_t>> part_of(n);
  for (std::size_t i = 0; i < n; ++i)
    if (around[i].size() % 2 == 0) part_of[i] = parts.size(), parts.push_back({i});
  for (std::size_t i = 0; i < n; ++i) {
    if (part_of[i]) continue;
    auto const innermost = *std::max_element(around[i].begin(), around[i].end(),
                                             [&](auto a, auto b) { return around[a].size() < around[b].size(); });
    if (part_of[innermost])
      parts[*part_of[innermost]].push_back(i);
    else  // rings that cross each other
      parts.push_back({i});
  }
  return parts;
}

bool lies_in(CornerRing const& ring, Parcel const& parcel) {
  auto rings = parcel.rings;
  rings.push_back(ring);
  for (auto const& part : parts_by_containment(rings))
    if (part.size() > 1 && std::find(part.begin() + 1, part.end(), rings.size() - 1) != part.end()) return true;
  return false;
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
