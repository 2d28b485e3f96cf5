// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/subdivide.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/error.hpp"
#include "engine/core/interrupt.hpp"
#include "engine/geometry/coordinates.hpp"
#include "engine/measure/ellipsoid.hpp"

namespace redline {
namespace {

constexpr int MAX_DEPTH = 40;  // 2^20 columns: cells of a continent are then some metres wide

struct Halves {
  Bounds first, second;
};

// The value nearest above `at` that no corner of the pieces has.
double clear_of_corners(std::vector<Piece> const& pieces, double Point::*axis, double at) {
  for (auto const& p : pieces)
    if (has_corner_at(p.geometry, axis, at)) return clear_of_corners(pieces, axis, std::nextafter(at, 1e9));
  return at;
}

Halves halve(Bounds const& b, std::vector<Piece> const& pieces) {
  constexpr double OFF_CENTRE = 0.4983217;  // no multiple of anything people draw with
  Halves h{b, b};
  auto const mid_latitude = (b.min_y + b.max_y) / 2 * RADIANS;
  if ((b.max_x - b.min_x) * std::cos(mid_latitude) > b.max_y - b.min_y)
    h.first.max_x = h.second.min_x = clear_of_corners(pieces, &Point::x, b.min_x + (b.max_x - b.min_x) * OFF_CENTRE);
  else
    h.first.max_y = h.second.min_y = clear_of_corners(pieces, &Point::y, b.min_y + (b.max_y - b.min_y) * OFF_CENTRE);
  return h;
}

Geometry clip_fast(Geometry const& g, Bounds const& b) {
  return Geometry(geos::own(GEOSClipByRect_r(geos::context(), g.get(), b.min_x, b.min_y, b.max_x, b.max_y), "clip"));
}

Geometry clip_exact(Geometry const& g, Bounds const& b) {
  return only_dimension(intersection(g, Geometry::rectangle(b)), 2);
}

struct Cut {
  Geometry first, second;
};

Cut cut(Geometry const& g, Halves const& h) {
  auto const bounds = g.bounds();
  if (h.first.contains(bounds)) return {g.clone(), Geometry()};
  if (h.second.contains(bounds)) return {Geometry(), g.clone()};
  auto const whole = g.planar_area();
  try {
    Cut c{clip_fast(g, h.first), clip_fast(g, h.second)};
    if (std::abs(c.first.planar_area() + c.second.planar_area() - whole) <= 1e-9 * whole) return c;
  } catch (GeometryError const&) {  // the full overlay below decides
  }
  return {clip_exact(g, h.first), clip_exact(g, h.second)};
}

std::size_t vertices(std::vector<Piece> const& pieces) {
  std::size_t n = 0;
  for (auto const& p : pieces) n += p.geometry.vertices();
  return n;
}

void split(Bounds const& frame, std::vector<Piece> pieces, int depth, FrameHandler const& handle,
           std::size_t max_vertices) {
  throw_if_interrupted();
  if (vertices(pieces) <= max_vertices || depth >= MAX_DEPTH) {
    handle(frame, std::move(pieces));
    return;
  }
  auto const halves = halve(frame, pieces);
  std::vector<Piece> first, second;
  for (auto& p : pieces) {
    auto c = cut(p.geometry, halves);
    if (!c.first.empty()) first.push_back({p.zone, std::move(c.first)});
    if (!c.second.empty()) second.push_back({p.zone, std::move(c.second)});
    p.geometry = Geometry();
  }
  pieces.clear();
  if (!first.empty()) split(halves.first, std::move(first), depth + 1, handle, max_vertices);
  if (!second.empty()) split(halves.second, std::move(second), depth + 1, handle, max_vertices);
}

}  // namespace

void subdivide(std::vector<Piece> pieces, FrameHandler const& handle, std::size_t max_vertices) {
  Bounds all;
  for (auto const& p : pieces) all.add(p.geometry.bounds());
  if (all.empty()) return;
  // The outermost frame stands off a little, so that no true border lies on a frame and passes for a cut.
  auto const off = 1e-3 * std::max(all.max_x - all.min_x, all.max_y - all.min_y) + 1e-9;
  split(all.expanded(off, off * 1.1), std::move(pieces), 0, handle, max_vertices);
}

}  // namespace redline
