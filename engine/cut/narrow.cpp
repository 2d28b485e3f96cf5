// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/narrow.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/core/interrupt.hpp"
#include "engine/cut/nearest_edge.hpp"
#include "engine/cut/unreached.hpp"
#include "engine/geometry/coordinates.hpp"
#include "engine/geometry/orientation.hpp"

namespace redline {
namespace {

constexpr double CIRCLE_STEP = 1.15;  // diameters of circles that follow each other into a corner of 8°
constexpr double SMALL_M = 0.1, SMALLEST_M = 0.002, PRECISION = 1.0002, SLACK = 1.0005;
constexpr double BLUNT = 1.42;                       // mitre limit: right angles stay, a mouth is closed by few corners
constexpr int COARSE_CHORDS = 16, FINE_CHORDS = 64;  // chords of a quarter circle: 0.12 % and 0.008 % short

Point midway(Geometry const& a, Geometry const& b) {
  auto* const ctx = geos::context();
  geos::SequencePtr const pair(GEOSNearestPoints_r(ctx, a.get(), b.get()));
  Point p, q;
  if (!pair) return a.bounds().centre();
  geos::check(GEOSCoordSeq_getXY_r(ctx, pair.get(), 0, &p.x, &p.y), "nearest");
  geos::check(GEOSCoordSeq_getXY_r(ctx, pair.get(), 1, &q.x, &q.y), "nearest");
  return {(p.x + q.x) / 2, (p.y + q.y) / 2};
}

Point inside(Geometry const& g) {
  Point p;
  auto const point = geos::own(GEOSPointOnSurface_r(geos::context(), g.get()), "inside");
  geos::check(GEOSGeomGetX_r(geos::context(), point.get(), &p.x), "inside");
  geos::check(GEOSGeomGetY_r(geos::context(), point.get(), &p.y), "inside");
  return p;
}

// What no circle of the width reaches, without what corners leave: a place inside each piece in which one nearly as
// large has room, by x.
std::vector<Point> dead_ends(Geometry const& piece, Geometry const& centres, double width) {
  std::vector<Point> out;
  auto const reached = rounded_by(centres, width / 2 * SLACK);
  auto const rest = only_dimension(difference(piece, reached), 2);
  for (std::size_t i = 0; i < rest.parts(); ++i) {
    auto part = rest.part(i);
    if (part.planar_area() < width * width / CIRCLE_STEP / CIRCLE_STEP * 0.78)
      continue;  // π/4: a circle needs that much
    auto const core = rounded_by(part, -width / CIRCLE_STEP / 2);
    if (!core.empty()) out.push_back(inside(core));
  }
  std::sort(out.begin(), out.end(), [](Point a, Point b) { return a.x < b.x; });
  return out;
}

// Ends by x, so that each part looks only at those below it.
bool holds_one(Geometry const& part, std::vector<Point> const& ends) {
  auto const b = part.bounds();
  auto e = std::lower_bound(ends.begin(), ends.end(), b.min_x, [](Point p, double x) { return p.x < x; });
  for (; e != ends.end() && e->x <= b.max_x; ++e)
    if (b.contains(*e) && intersects(part, Geometry::point(*e))) return true;
  return false;
}

// Where the centres of circles of one width can be.
struct Centres {
  Centres(Geometry const& piece, double w, int chords) : width(w), ground(rounded_by(piece, -w / 2, chords)) {}
  double width;
  Geometry ground;
};

// Corners in which ground comes to an end: those of a hole turn the other way.
std::vector<Point> tips(Geometry const& g) {
  std::vector<Point> out;
  for (auto const& part : coordinates(g).parts)
    for (std::size_t k = 0; k < part.size(); ++k) {
      auto const& ring = part[k];
      bool const left = (signed_area(ring) > 0) == (k == 0);
      for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        auto const turn = side(ring[i > 0 ? i - 1 : ring.size() - 2], ring[i], ring[i + 1]);
        if (left ? turn > 0 : turn < 0) out.push_back(ring[i]);
      }
    }
  return out;
}

// The place that smaller circles reach, without touching one that the larger ones reach; none where there is no such.
std::optional<Point> beyond(Centres const& smaller, Centres const& larger) {
  double most = (smaller.width + larger.width) / 2 * SLACK;
  std::optional<Point> out;
  NearestEdge const border(larger.ground);
  for (auto const& p : tips(smaller.ground)) {
    if (border.within(p, most)) continue;
    most = border.distance(p, most);
    out = p;
  }
  return out;
}

Point between_parts(Geometry const& g) {
  std::vector<Geometry> others;
  for (std::size_t i = 1; i < g.parts(); ++i) others.push_back(g.part(i));
  return midway(g.part(0), collect(std::move(others), 2));
}

// A place narrower than the larger circles, of which the smaller ones know none; none where there is no such.
std::optional<Point> place_between(Centres const& smaller, Centres const& larger) {
  auto const& g = larger.ground;
  if (g.empty()) return inside(smaller.ground);
  if (g.parts() == 1) return beyond(smaller, larger);
  return between_parts(g);
}

// Between two rings the shortest way is the width itself. Rings that touch have no wall between them.
void between_rings(Geometry const& piece, NarrowPlace& best) {
  auto* const ctx = geos::context();
  std::vector<Geometry> rings;
  auto const c = coordinates(piece);
  for (auto const& ring : c.parts.front()) {
    Coordinates one;
    one.dimension = 1;
    one.parts.push_back({ring});
    rings.push_back(build(one));
  }
  for (std::size_t i = 1; i < rings.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      double d = 0;
      geos::check(GEOSDistance_r(ctx, rings[i].get(), rings[k].get(), &d), "distance");
      if (d > 0 && d < best.width) best = {d, midway(rings[i], rings[k])};
    }
}

NarrowPlace halved(Geometry const& piece, double low, NarrowPlace high) {
  Centres const smaller(piece, low, FINE_CHORDS);
  low /= 1.002;  // it was found with coarse arcs
  while (high.width > low * PRECISION) {
    auto const middle = std::sqrt(low * high.width);
    if (auto const at = place_between(smaller, Centres(piece, middle, FINE_CHORDS)))
      high = {middle, *at};
    else
      low = middle;
  }
  return {low, high.at};
}

}  // namespace

Geometry widened(Geometry const& g, double distance, double mitre_limit) {
  constexpr int CHORDS = 8;
  return Geometry(geos::own(GEOSBufferWithStyle_r(geos::context(), g.get(), distance, CHORDS, GEOSBUF_CAP_FLAT,
                                                  GEOSBUF_JOIN_MITRE, mitre_limit),
                            "buffer"));
}

Geometry rounded_by(Geometry const& g, double distance, int chords) {
  return only_dimension(Geometry(geos::own(GEOSBuffer_r(geos::context(), g.get(), distance, chords), "buffer")), 2);
}

std::vector<Geometry> narrow_ground(Geometry const& piece, double width) {
  std::vector<Geometry> out;
  Centres const smaller(piece, width / CIRCLE_STEP, COARSE_CHORDS), larger(piece, width, COARSE_CHORDS);
  auto const& centres = larger.ground;
  if (centres.empty() || (centres.parts() == smaller.ground.parts() && !beyond(smaller, larger))) return out;
  auto const ends = dead_ends(piece, centres, width);
  if (ends.empty()) return out;
  auto const rest = only_dimension(difference(piece, widened(centres, width / 2 * SLACK, BLUNT)), 2);
  for (std::size_t i = 0; i < rest.parts(); ++i) {
    auto part = rest.part(i);
    if (holds_one(part, ends)) out.push_back(std::move(part));
  }
  return out;
}

NarrowPlace narrowest(Geometry const& piece, NarrowPlace const& largest_circle) {
  auto best = largest_circle;
  between_rings(piece, best);
  // What lies so near below the largest circle may be what its search missed of it.
  auto const most = best.width / 1.01;
  Centres smaller(piece, std::min(narrower_ground(piece, SMALL_M) ? SMALLEST_M : SMALL_M, most), COARSE_CHORDS);
  if (smaller.ground.empty()) return {smaller.width, inside(piece)};
  if (smaller.ground.parts() > 1) return {smaller.width, between_parts(smaller.ground)};
  while (smaller.width < most) {
    throw_if_interrupted();
    Centres larger(piece, std::min(smaller.width * CIRCLE_STEP, most), COARSE_CHORDS);
    if (auto const at = place_between(smaller, larger)) return halved(piece, smaller.width, {larger.width, *at});
    smaller = std::move(larger);
  }
  return best;
}

}  // namespace redline
