// SPDX-License-Identifier: Apache-2.0
#include "engine/crs/densify.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/error.hpp"
#include "engine/crs/local_metric.hpp"
#include "engine/geometry/coordinates.hpp"

namespace redline {
namespace {

constexpr int MAX_DEPTH = 20;

Point between(Point a, Point b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

// How far the true image of the middle and the quarter points lies from the chord, in metres.
double deviation(Point a, Point b, Point la, Point lb, Transformation const& t) {
  double worst = 0;
  for (double const s : {0.25, 0.5, 0.75}) {
    auto const p = t.forward(between(a, b, s));
    LocalMetric const metric(p);
    auto const c = metric.to_m(la), d = metric.to_m(lb);
    auto const length = std::hypot(d.x - c.x, d.y - c.y);
    worst = std::max(worst, length == 0 ? std::hypot(c.x, c.y) : std::abs(c.x * d.y - c.y * d.x) / length);
  }
  return worst;
}

void add_edge(Point a, Point b, Point la, Point lb, Transformation const& t, double bound_m, int depth, Ring& out) {
  // The three samples of a smooth arc miss at most 7 % of its largest deviation; 0.9 keeps the promise.
  if (depth < MAX_DEPTH && deviation(a, b, la, lb, t) > 0.9 * bound_m) {
    auto const m = between(a, b, 0.5), lm = t.forward(m);
    add_edge(a, m, la, lm, t, bound_m, depth + 1, out);
    out.push_back(lm);
    add_edge(m, b, lm, lb, t, bound_m, depth + 1, out);
  }
}

// Vertices strictly between two corners. Neighbours walk a common edge in opposite directions: worked out in one
// direction only, so that both get the same vertices to the last bit.
Ring between_corners(Point a, Point b, Point la, Point lb, Transformation const& t, double bound_m) {
  Ring out;
  bool const turned = b.x < a.x || (b.x == a.x && b.y < a.y);
  if (turned)
    add_edge(b, a, lb, la, t, bound_m, 0, out);
  else
    add_edge(a, b, la, lb, t, bound_m, 0, out);
  if (turned) std::reverse(out.begin(), out.end());
  return out;
}

void refuse_mixed(Geometry const& g) {
  if (!g.empty() && g.dimension() < 0) throw GeometryError("transformation", "a collection of mixed dimension");
}

Ring densified(Ring const& ring, Transformation const& t, double bound_m) {
  Ring out;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    auto const p = i + 1 == ring.size() && ring.size() > 1 && ring[i] == ring[0] ? out[0] : t.forward(ring[i]);
    if (i > 0) {
      auto const added = between_corners(ring[i - 1], ring[i], out.back(), p, t, bound_m);
      out.insert(out.end(), added.begin(), added.end());
    }
    out.push_back(p);
  }
  return out;
}

}  // namespace

Geometry corners_to_lonlat(Geometry const& g, Transformation const& t) {
  refuse_mixed(g);
  return transform(g, [&](Point p) { return t.forward(p); });
}

Geometry to_lonlat(Geometry const& g, Transformation const& t, double bound_m) {
  if (t.crs().geographic()) return corners_to_lonlat(g, t);
  refuse_mixed(g);
  auto c = coordinates(g);
  for (auto& part : c.parts)
    for (auto& ring : part) ring = densified(ring, t, bound_m);
  return build(c);
}

}  // namespace redline
