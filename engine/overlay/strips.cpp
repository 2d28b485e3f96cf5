// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/strips.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/core/error.hpp"
#include "engine/geometry/geos.hpp"
#include "engine/measure/area.hpp"
#include "engine/measure/union_area.hpp"
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

struct Found {  // of one area
  std::vector<Overlap*> counted;
  double m2 = 0;
  bool strips = false;  // some are contacts with ground
  bool wide = false, whole = false;
};

Found look(std::span<Overlap> of_area, double shift_m) {
  Found out;
  for (auto& o : of_area) {
    out.whole |= o.whole;
    out.strips |= o.contact_m2 > 0;
    if (o.contact) continue;
    out.counted.push_back(&o);
    out.m2 += o.m2;
    out.wide |= o.width_m > shift_m;
  }
  return out;
}

// By a sweep, as areas may share ground.
double left_m2(std::vector<Overlap*> const& counted, Coordinates const& shape) {
  std::vector<Coordinates> pieces;
  pieces.reserve(counted.size());
  std::vector<Coordinates const*> of;
  of.reserve(counted.size());
  for (auto const* o : counted) of.push_back(&pieces.emplace_back(coordinates(o->geometry)));
  return covered_area(shape, of).left_m2;
}

Geometry left_by(std::vector<Overlap*> const& counted, Geometry const& activity) {
  std::vector<Geometry> ground;
  ground.reserve(counted.size());
  for (auto const* o : counted) ground.push_back(o->geometry.clone());
  auto const all = union_by_ladder(std::move(ground), 2, Rung::grid).geometry;
  return only_dimension(difference_by_ladder(activity, all, Rung::grid).geometry, 2);
}

}  // namespace

void take_strips(Geometry const& activity, Coordinates const& shape, double shift_m, std::span<Overlap> of_area) {
  auto const found = look(of_area, shift_m);
  if (found.whole || !found.wide) return;
  auto const whole = exact_area_m2(activity), left = whole - found.m2;
  if (left > shift_m * outline_at_most_m(shape)) return;     // more than strips along the outline
  if (!found.strips && left <= 0.01 + 1e-9 * whole) return;  // nothing, as the balance sees it
  auto strips = left_by(found.counted, activity);
  if (strips.empty() || largest_circle(strips).width_m > shift_m) return;
  if (found.counted.size() == 1) {
    auto& o = *found.counted.front();
    o.geometry = only_dimension(activity, 2), o.m2 = whole, o.whole = true;
  } else {
    give(std::move(strips), found.counted);
  }
  for (auto& o : of_area) o.contact_m2 = 0, o.rest_of_area = Geometry();
}

void take_strips_between(Geometry const& activity, Coordinates const& shape, EdgeShift const& shift,
                         std::span<Overlap> all) {
  double shift_m = 0;
  for (auto const& o : all)
    if (!o.contact) shift_m = std::max(shift_m, shift.of(o.area) > 0 ? shift.with(o.area) : 0);
  if (!(shift_m > 0)) return;
  auto const found = look(all, shift_m);
  if (found.whole || !found.wide || found.counted.front()->area == found.counted.back()->area) return;
  auto const left = left_m2(found.counted, shape);
  if (left > shift_m * outline_at_most_m(shape) || left <= 0.01 + 1e-9 * exact_area_m2(activity)) return;
  auto strips = left_by(found.counted, activity);
  if (strips.empty() || largest_circle(strips).width_m > shift_m) return;
  give(std::move(strips), found.counted);
  for (auto* o : found.counted) o->rest_of_area = Geometry();
}

}  // namespace redline
