// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/strips.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/core/error.hpp"
#include "engine/geometry/geos.hpp"
#include "engine/measure/area.hpp"
#include "engine/measure/width.hpp"
#include "engine/overlay/ladder.hpp"

namespace redline {
namespace {

constexpr double METRES_PER_DEGREE = 111700;  // the longest degree of latitude

double outline_at_most_m(Coordinates const& shape) {
  double degrees = 0;
  for (auto const& part : shape.parts)
    for (auto const& ring : part)
      for (std::size_t i = 1; i < ring.size(); ++i)
        degrees += std::hypot(ring[i].x - ring[i - 1].x, ring[i].y - ring[i - 1].y);
  return degrees * METRES_PER_DEGREE;
}

// The overlap nearest to a strip; of several that it touches the largest.
Overlap& beside(Geometry const& strip, std::vector<Overlap*> const& counted) {
  constexpr double TOUCHING = 1e-10;  // degrees: ten micrometres
  Overlap* best = nullptr;
  double least = 0;
  for (auto* o : counted) {
    double d = 0;
    if (!GEOSDistance_r(geos::context(), strip.get(), o->geometry.get(), &d)) throw GeometryError("distance", "");
    d = std::max(0.0, d - TOUCHING);
    if (!best || d < least || (d == least && o->m2 > best->m2)) best = o, least = d;
  }
  return *best;
}

void give(Geometry strips, std::vector<Overlap*> const& counted) {
  std::vector<std::vector<Geometry>> to(counted.size());
  for (std::size_t i = 0; i < strips.parts(); ++i) {
    auto part = strips.part(i);
    auto const at = std::find(counted.begin(), counted.end(), &beside(part, counted)) - counted.begin();
    to[static_cast<std::size_t>(at)].push_back(std::move(part));
  }
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (to[i].empty()) continue;
    auto& o = *counted[i];
    to[i].push_back(std::move(o.geometry));
    auto joined = union_by_ladder(std::move(to[i]), 2, Rung::grid);
    o.geometry = std::move(joined.geometry);
    o.rung = std::max(o.rung, joined.rung);
    o.m2 = exact_area_m2(o.geometry);
  }
}

}  // namespace

void take_strips(Geometry const& activity, Coordinates const& shape, double shift_m, std::span<Overlap> of_area) {
  std::vector<Overlap*> counted;
  double in_zones = 0;
  bool strips = false, wide = false;
  for (auto& o : of_area) {
    if (o.whole) return;
    strips |= o.contact_m2 > 0;
    if (o.contact) continue;
    counted.push_back(&o);
    in_zones += o.m2;
    wide |= o.width_m > shift_m;
  }
  if (!wide) return;
  auto const whole = exact_area_m2(activity), left = whole - in_zones;
  if (left > shift_m * outline_at_most_m(shape) || (!strips && left <= 0.01 + 1e-9 * whole)) return;
  std::vector<Geometry> ground;
  for (auto const* o : counted) ground.push_back(o->geometry.clone());
  auto rest = only_dimension(
      difference_by_ladder(activity, union_by_ladder(std::move(ground), 2, Rung::grid).geometry, Rung::grid).geometry,
      2);
  if (rest.empty() || largest_circle(rest).width_m > shift_m) return;
  if (counted.size() == 1) {
    auto& o = *counted.front();
    o.geometry = only_dimension(activity, 2), o.m2 = whole, o.whole = true;
  } else {
    give(std::move(rest), counted);
  }
  for (auto& o : of_area) o.contact_m2 = 0, o.rest_of_area = Geometry();
}

}  // namespace redline
