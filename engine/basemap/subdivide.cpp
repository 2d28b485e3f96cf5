// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/subdivide.hpp"

#include <algorithm>
#include <cmath>

#include "engine/basemap/halve.hpp"
#include "engine/core/interrupt.hpp"
#include "engine/measure/ellipsoid.hpp"

namespace redline {
namespace {

constexpr int MAX_DEPTH = 40;  // 2^20 columns: cells of a continent are then some metres wide

struct Line {
  Axis axis;
  double at;
};

// The value nearest above `at` that no corner of the pieces has.
double clear_of_corners(std::vector<Piece> const& pieces, Axis axis, double at) {
  for (auto const& p : pieces)
    if (any_corner_at(p.ground, axis, at)) return clear_of_corners(pieces, axis, std::nextafter(at, 1e9));
  return at;
}

Line line_across(Bounds const& b, std::vector<Piece> const& pieces) {
  constexpr double OFF_CENTRE = 0.4983217;  // no multiple of anything people draw with
  auto const mid_latitude = (b.min_y + b.max_y) / 2 * RADIANS;
  if ((b.max_x - b.min_x) * std::cos(mid_latitude) > b.max_y - b.min_y)
    return {Axis::x, clear_of_corners(pieces, Axis::x, b.min_x + (b.max_x - b.min_x) * OFF_CENTRE)};
  return {Axis::y, clear_of_corners(pieces, Axis::y, b.min_y + (b.max_y - b.min_y) * OFF_CENTRE)};
}

Bounds below(Bounds b, Line const& line) {
  (line.axis == Axis::x ? b.max_x : b.max_y) = line.at;
  return b;
}

Bounds above(Bounds b, Line const& line) {
  (line.axis == Axis::x ? b.min_x : b.min_y) = line.at;
  return b;
}

std::vector<Ring> overlaid(Geometry const& ground, Bounds const& half) {
  return oriented_rings(coordinates(only_dimension(intersection(ground, Geometry::rectangle(half)), 2)));
}

RingHalves cut(std::vector<Ring> ground, Line const& line, Bounds const& frame) {
  if (auto halves = split_by_line(ground, line.axis, line.at)) return std::move(*halves);
  auto const g = build(parts_of(std::move(ground)));
  return {overlaid(g, below(frame, line)), overlaid(g, above(frame, line))};
}

std::size_t vertices(std::vector<Piece> const& pieces) {
  std::size_t n = 0;
  for (auto const& p : pieces)
    for (auto const& r : p.ground) n += r.size();
  return n;
}

void split(Bounds const& frame, std::vector<Piece> pieces, int depth, FrameHandler const& handle,
           std::size_t max_vertices) {
  throw_if_interrupted();
  if (vertices(pieces) <= max_vertices || depth >= MAX_DEPTH) {
    handle(frame, std::move(pieces));
    return;
  }
  auto const line = line_across(frame, pieces);
  std::vector<Piece> first, second;
  for (auto& p : pieces) {
    auto halves = cut(std::move(p.ground), line, frame);
    if (!halves.below.empty()) first.push_back({p.zone, std::move(halves.below)});
    if (!halves.above.empty()) second.push_back({p.zone, std::move(halves.above)});
  }
  pieces.clear();
  if (!first.empty()) split(below(frame, line), std::move(first), depth + 1, handle, max_vertices);
  if (!second.empty()) split(above(frame, line), std::move(second), depth + 1, handle, max_vertices);
}

}  // namespace

void subdivide(std::vector<Piece> pieces, FrameHandler const& handle, std::size_t max_vertices) {
  Bounds all;
  for (auto const& p : pieces)
    for (auto const& r : p.ground) all.add(bounds_of(r));
  if (all.empty()) return;
  // The outermost frame stands off a little, so that no true border lies on a frame and passes for a cut.
  auto const off = 1e-3 * std::max(all.max_x - all.min_x, all.max_y - all.min_y) + 1e-9;
  split(all.expanded(off, off * 1.1), std::move(pieces), 0, handle, max_vertices);
}

}  // namespace redline
