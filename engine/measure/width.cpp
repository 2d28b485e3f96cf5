// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/width.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <queue>

#include "engine/measure/outline.hpp"

namespace redline {
namespace {

constexpr double RELATIVE = 0.01, ABSOLUTE_M = 0.001;
constexpr int MOST_RECTANGLES = 1000, SEEDS = 7, MOST_TOUCHES = 12;
constexpr std::size_t SHORT_LIST = 24, MOST_LOOKED_AT = 1000;

double length(double x, double y) { return std::sqrt(x * x + y * y); }  // metres: nothing overflows
double good_enough(double depth) { return depth + std::max(RELATIVE * depth, ABSOLUTE_M / 2); }

struct Best {
  double depth = 0;
  Point centre;
  Outline const* outline = nullptr;
};

// A circle that touches the outline in q and grows away from it until a second point stops it. Starts too large and
// shrinks.
Point touching_twice(Outline const& outline, Point p, double most) {
  auto const q = outline.nearest(p);
  double const d = length(p.x - q.x, p.y - q.y);
  if (!(d > 0)) return p;
  Point const u{(p.x - q.x) / d, (p.y - q.y) / d};
  double radius = std::max(most, d);
  for (int i = 0; i < MOST_TOUCHES; ++i) {
    Point const c{q.x + radius * u.x, q.y + radius * u.y};
    auto const s = outline.nearest(c);
    double const sx = s.x - q.x, sy = s.y - q.y, along = sx * u.x + sy * u.y;
    if (length(c.x - s.x, c.y - s.y) >= radius * (1 - 1e-6) || along <= 0) return c;
    radius = std::max((sx * sx + sy * sy) / (2 * along), d);
  }
  return {q.x + radius * u.x, q.y + radius * u.y};
}

struct Rectangle {
  Point centre;
  double half_x, half_y, depth, most;  // depth of the centre, negative outside; most: no point of it lies deeper
  std::shared_ptr<EdgeList const> edges;
  double radius() const { return length(half_x, half_y); }
  // Many rectangles share the cap of the part: among them the deepest centre promises most.
  bool operator<(Rectangle const& o) const { return most != o.most ? most < o.most : depth < o.depth; }
};

class Search {
 public:
  Search(Outline const& outline, Best& best) : m_outline(outline), m_best(best), m_cap(outline.deepest_possible()) {}

  // What no circle in this part exceeds.
  double run() {
    for (int i = 0; i < SEEDS; ++i) seed((i + 0.5) / SEEDS);
    if (m_best.outline == &m_outline) consider(touching_twice(m_outline, m_best.centre, m_cap));
    auto const& b = m_outline.bounds();
    offer(b.centre(), (b.max_x - b.min_x) / 2, (b.max_y - b.min_y) / 2,
          std::make_shared<EdgeList const>(m_outline.all()));
    for (int n = 0; n < MOST_RECTANGLES && unsettled(); n += 2) {
      auto const r = m_queue.top();
      m_queue.pop();
      split(r);
    }
    // What was set aside could hold a circle that is good_enough, no better.
    return std::min(m_cap, std::max(good_enough(m_best.depth), unsettled() ? m_queue.top().most : 0));
  }

 private:
  bool unsettled() const { return !m_queue.empty() && m_queue.top().most > good_enough(m_best.depth); }

  void seed(double share) {
    auto const& b = m_outline.bounds();
    auto const p = m_outline.middle_across(b.min_x + share * (b.max_x - b.min_x));
    if (std::isfinite(p.y)) consider(p);
  }

  bool consider(Point p) {
    auto const d = m_outline.distance(p, m_outline.all());
    if (d <= m_best.depth || !m_outline.inside(p)) return false;
    m_best = {d, p, &m_outline};
    return true;
  }

  // A centre nearly as deep as the best may lie beside a deeper place; the work spent on that is bounded by the corners
  // looked at.
  bool worth_growing(double depth) {
    if (depth < 0.7 * m_best.depth || m_looked_at > MOST_LOOKED_AT) return false;
    m_looked_at += m_outline.all().size();
    return true;
  }

  void offer(Point c, double half_x, double half_y, std::shared_ptr<EdgeList const> const& edges) {
    auto const [d, edge] = m_outline.nearest_edge(c, *edges);
    bool const in = m_outline.inside(c);
    bool const deepest = in && d > m_best.depth;
    if (deepest) {
      m_best = {d, c, &m_outline};
      consider(touching_twice(m_outline, c, m_cap));
    }
    auto const depth = in ? d : -d;
    auto most = std::min(m_cap, depth + length(half_x, half_y));
    if (most <= good_enough(m_best.depth)) return;
    most = std::min(most, m_outline.farthest(edge, {c.x - half_x, c.y - half_y, c.x + half_x, c.y + half_y}));
    if (most <= good_enough(m_best.depth)) return;
    if (in && !deepest && worth_growing(d)) consider(touching_twice(m_outline, c, m_cap));
    m_queue.push({c, half_x, half_y, depth, most, edges});
  }

  void split(Rectangle const& r) {
    auto edges = r.edges;
    if (edges->size() > SHORT_LIST)
      edges = std::make_shared<EdgeList const>(m_outline.near(r.centre, r.radius(), std::abs(r.depth), *edges));
    bool const wide = r.half_x >= r.half_y;
    double const hx = wide ? r.half_x / 2 : r.half_x, hy = wide ? r.half_y : r.half_y / 2;
    double const sx = wide ? hx : 0, sy = wide ? 0 : hy;
    offer({r.centre.x - sx, r.centre.y - sy}, hx, hy, edges);
    offer({r.centre.x + sx, r.centre.y + sy}, hx, hy, edges);
  }

  Outline const& m_outline;
  Best& m_best;
  double m_cap;
  std::size_t m_looked_at = 0;
  std::priority_queue<Rectangle> m_queue;
};

// By how much distances in the metric of the middle may be short of those at another place of the geometry (see
// LocalMetric).
double stretch(Bounds const& b) {
  LocalMetric const metric(b.centre());
  auto const corner = metric.to_m({b.max_x, b.max_y});
  double const r = std::hypot(corner.x, corner.y) / 6.37e6, lat = std::max(std::abs(b.min_y), std::abs(b.max_y));
  return 1 + 1.1 * std::tan(lat * RADIANS) * r + r * r;
}

double distance2_from_origin(Point a, Point b) {
  double const dx = b.x - a.x, dy = b.y - a.y, l2 = dx * dx + dy * dy;
  double const t = l2 > 0 ? std::clamp(-(a.x * dx + a.y * dy) / l2, 0.0, 1.0) : 0;
  double const x = a.x + t * dx, y = a.y + t * dy;
  return x * x + y * y;
}

// The distance once more in the metric of the centre itself: that of the whole geometry is poor far from its middle.
double width_at(Point centre, RingsOfPart const& rings) {
  LocalMetric const metric(centre);
  double least2 = std::numeric_limits<double>::infinity();
  for (auto const& ring : rings)
    for (std::size_t i = 1; i < ring.size(); ++i)
      least2 = std::min(least2, distance2_from_origin(metric.to_m(ring[i - 1]), metric.to_m(ring[i])));
  return 2 * std::sqrt(least2);
}

}  // namespace

InscribedCircle largest_circle(Geometry const& lonlat) {
  InscribedCircle out;
  auto const c = coordinates(lonlat);
  if (c.dimension != 2 || c.parts.empty()) return out;
  out.centre = c.parts.front().front().front();
  LocalMetric const metric(lonlat.bounds().centre());
  std::vector<Outline> outlines;
  outlines.reserve(c.parts.size());
  for (auto const& part : c.parts) outlines.emplace_back(part, metric);
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < outlines.size(); ++i) order.emplace_back(-outlines[i].deepest_possible(), i);
  std::sort(order.begin(), order.end());
  Best best;
  double most = 0;
  for (auto const& [minus_cap, i] : order) {
    bool const hopeless = best.depth > 0 && -minus_cap <= good_enough(best.depth);
    most = std::max(most, hopeless ? -minus_cap : Search(outlines[i], best).run());
  }
  if (best.depth <= 0) return out;
  auto const part = static_cast<std::size_t>(best.outline - outlines.data());
  out.centre = best.outline->given_back(best.centre);
  out.width_m = width_at(out.centre, c.parts[part]);
  out.upper_m = std::max(out.width_m, 2 * std::max(most, best.depth) * stretch(lonlat.bounds()));
  return out;
}

}  // namespace redline
