// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/slivers.hpp"

#include <algorithm>
#include <optional>

#include "engine/basemap/cells.hpp"
#include "engine/geometry/coordinates.hpp"
#include "engine/measure/length.hpp"
#include "engine/measure/width.hpp"

namespace redline {
namespace {

bool made_by_cutting(RingsOfPart const& part, Bounds const& frame, double apart_m) {
  for (auto const& ring : part)
    for (std::size_t i = 1; i < ring.size(); ++i)
      if (is_cut(frame, ring[i - 1], ring[i]) && geodesic_distance_m(ring[i - 1], ring[i]) > 2 * apart_m) return true;
  return false;
}

std::optional<std::size_t> give(Geometry strip, std::vector<Geometry*> const& zones) {
  for (std::size_t i = 0; i < zones.size(); ++i) {
    auto& zone = *zones[i];
    if (zone.null() || zone.empty() || !intersects(zone, strip)) continue;
    std::vector<Geometry> both;
    both.push_back(std::move(zone));
    both.push_back(std::move(strip));
    zone = union_all(std::move(both), 2);
    return i;
  }
  return std::nullopt;
}

}  // namespace

bool is_sliver(Geometry const& ground, double apart_m) {
  return apart_m > 0 && largest_circle(ground).width_m <= apart_m;
}

std::set<std::size_t> give_slivers(Geometry& gap, Bounds const& frame, std::vector<Geometry*> const& zones,
                                   double apart_m) {
  std::set<std::size_t> out;
  if (!(apart_m > 0) || gap.empty()) return out;
  auto left = coordinates(gap);
  auto const taken = std::erase_if(left.parts, [&](RingsOfPart const& part) {
    if (made_by_cutting(part, frame, apart_m)) return false;
    auto strip = build({2, {part}});
    if (!is_sliver(strip, apart_m)) return false;
    auto const to = give(std::move(strip), zones);
    if (to) out.insert(*to);
    return to.has_value();
  });
  if (taken > 0) gap = build(left);
  return out;
}

}  // namespace redline
