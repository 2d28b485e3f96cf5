// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/useful.hpp"

#include <algorithm>
#include <utility>

#include "engine/core/interrupt.hpp"
#include "engine/cut/unreached.hpp"
#include "engine/measure/area.hpp"
#include "engine/measure/width.hpp"
#include "engine/overlay/ladder.hpp"

namespace redline {
namespace {

constexpr double NOISE_M2 = 1e-3;  // below this a piece is the rounding of an overlay
constexpr double AROUND = 3, STEP = 1.15, LONG_STEP = 1.5;
constexpr double RARELY = 0.05;    // of the width: ground narrower than that is looked for where there is some
constexpr double LEAST_M = 0.004;  // half a print step of metres: nothing narrower is kept by rounding
constexpr std::size_t MANY_PLACES = 300;
constexpr std::size_t MANY_CORNERS = 300;
constexpr double COARSE = 0.002;  // of the width

struct Scale {  // print steps of degrees differ in x and y
  explicit Scale(PrintFrame const& f) : x(f.metres_x()), y(f.metres_y()) {}
  Geometry to_metres(Geometry const& g) const {
    return transform(g, [this](Point p) { return Point{p.x * x, p.y * y}; });
  }
  Point to_metres(Point p) const { return {p.x * x, p.y * y}; }
  Point to_steps(Point p) const { return {p.x / x, p.y / y}; }
  Geometry to_steps(Geometry const& g) const {
    return transform(g, [this](Point p) { return Point{p.x / x, p.y / y}; });
  }
  double x, y;
};

CutPiece piece_of(Geometry const& steps, PrintFrame const& frame) {
  auto const lonlat = transform(steps, [&](Point p) { return frame.to_lonlat(p); });
  auto const circle = largest_circle(lonlat);
  return {circle.centre, exact_area_m2(lonlat), circle.width_m};
}

// From wide to narrow; the narrowest only where circles as small as that leave something unreached.
template <class Look>
void by_widths(Geometry const& left, double width, double step, Look const& look) {
  bool rarely = false;
  auto w = width;
  while (w > LEAST_M) {
    if (w <= width * RARELY && !std::exchange(rarely, true) && !narrower_ground(left, w * step)) return;
    throw_if_interrupted();
    look(w);
    w /= step;
  }
}

// The narrow ground of a piece around a place that circles of the width do not reach: from wide to narrow, so that what
// tapers goes as one.
void find_tails(Geometry const& piece, Geometry const& place, double width, std::vector<Geometry>& out) {
  auto around = only_dimension(intersection(piece, rounded_by(place, AROUND * width)), 2);
  by_widths(around, width, STEP, [&](double w) {
    std::vector<Geometry> found;
    for (std::size_t i = 0; i < around.parts(); ++i)
      for (auto& tail : narrow_ground(around.part(i), w))
        if (interiors_meet(tail, place)) found.push_back(std::move(tail));  // else of the border drawn around
    for (auto& tail : found) {
      around = only_dimension(difference(around, tail), 2);
      out.push_back(std::move(tail));
    }
  });
}

// The same where there are very many such places, in a piece as a whole: one by one they would take minutes.
void find_all_tails(Geometry const& piece, double width, std::vector<Geometry>& out) {
  auto left = piece.clone();
  by_widths(left, width, LONG_STEP, [&](double w) {
    std::vector<Geometry> found;
    for (std::size_t i = 0; i < left.parts(); ++i)
      for (auto& tail : narrow_ground(left.part(i), w)) {
        out.push_back(tail.clone());
        found.push_back(std::move(tail));
      }
    if (!found.empty())
      left = only_dimension(difference_by_ladder(left, union_by_ladder(std::move(found), 2).geometry).geometry, 2);
  });
}

std::vector<Geometry> tails(Geometry const& region, PrintFrame const& frame, double width) {
  Scale const scale(frame);
  std::vector<Geometry> found;
  for (std::size_t i = 0; i < region.parts(); ++i) {
    auto const piece = scale.to_metres(region.part(i));
    auto const places = unreached(piece, width);
    if (places.size() > MANY_PLACES) {
      find_all_tails(piece, width, found);
      continue;
    }
    for (auto const& place : places) {
      throw_if_interrupted();
      find_tails(piece, place, width, found);
    }
  }
  std::vector<Geometry> out;
  out.reserve(found.size());
  for (auto const& tail : found) out.push_back(scale.to_steps(tail));
  return out;
}

// A piece of very many corners, drawn with fewer: buffers of it would take minutes.
Geometry with_few_corners(Geometry const& piece, double tolerance) {
  if (piece.vertices() <= MANY_CORNERS) return piece.clone();
  auto* const ctx = geos::context();
  return Geometry(geos::own(GEOSTopologyPreserveSimplify_r(ctx, piece.get(), tolerance), "simplify"));
}

// Coarse outlines first; what they show to be narrow is looked at in more detail.
NarrowPlace narrowest_of(Geometry const& metres, NarrowPlace const& circle) {
  auto seen = circle;
  for (;;) {
    auto const here = narrowest(with_few_corners(metres, COARSE * seen.width), circle);
    if (metres.vertices() <= MANY_CORNERS || here.width > seen.width / 2) return here;
    seen = here;
  }
}

}  // namespace

Geometry keep_useful(Geometry region, PrintFrame const& frame, CutLimits const& limits,
                     std::vector<CutPiece>& dropped) {
  std::vector<Geometry> away;  // all at once: a region of many corners may have very many
  for (auto const& tail : tails(region, frame, limits.useful_width_m)) away.push_back(widened(tail, 0.5, 2));
  if (!away.empty()) {
    auto const together = union_by_ladder(std::move(away), 2).geometry;
    auto const gone = only_dimension(intersection_by_ladder(region, together).geometry, 2);
    for (std::size_t i = 0; i < gone.parts(); ++i, throw_if_interrupted())
      if (auto const part = gone.part(i); part.planar_area() * frame.square_metres() >= NOISE_M2)
        dropped.push_back(piece_of(part, frame));
    region = only_dimension(difference_by_ladder(region, together).geometry, 2);
  }
  std::vector<Geometry> kept;
  for (std::size_t i = 0; i < region.parts(); ++i) {
    auto part = region.part(i);
    if (part.planar_area() * frame.square_metres() < NOISE_M2) continue;
    auto const piece = piece_of(part, frame);
    if (piece.m2 < limits.useful_m2 || piece.width_m < limits.useful_width_m)
      dropped.push_back(piece);
    else
      kept.push_back(std::move(part));
  }
  return collect(std::move(kept), 2);
}

NarrowPlace narrowest_place(Geometry const& region, PrintFrame const& frame) {
  Scale const scale(frame);
  NarrowPlace out;
  for (std::size_t i = 0; i < region.parts(); ++i) {
    auto const part = region.part(i);
    auto const circle = piece_of(part, frame);
    auto here = narrowest_of(scale.to_metres(part), {circle.width_m, scale.to_metres(frame.to_frame(circle.place))});
    here.at = frame.to_lonlat(scale.to_steps(here.at));
    if (i == 0 || here.width < out.width) out = here;
  }
  return out;
}

}  // namespace redline
