// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/deepest_point.hpp"

#include <cmath>
#include <optional>
#include <queue>

#include "engine/measure/box_bound.hpp"

namespace redline {
namespace {

constexpr double RELATIVE = 0.01, ABSOLUTE_M = 0.001;
constexpr int MOST_RECTANGLES = 1000, MANY = 100, MOST_TOUCHES = 12, MOST_PLANES = 8;
constexpr std::size_t MOST_LOOKED_AT = 1000;
// Corners of the programme lie at the ends of a strip; its middle is the better place to go to, if as good.
constexpr double CLEARLY = 1.002;
constexpr double WORTH_ANOTHER = 0.1;  // of what the bound is still too high

double length(double x, double y) { return std::sqrt(x * x + y * y); }  // metres: nothing overflows

// The largest circle that touches the outline where `edge` is nearest to p, on the side of p; its centre, unless its
// radius is seen to be no more than `least`. Circles touching there lie one in another, so one walk suffices: each edge
// that cuts into the circle shrinks it, and what lies outside of it stays outside.
std::optional<Point> touching_twice(Outline const& outline, Point p, std::uint32_t edge, double most, double least) {
  auto const q = outline.edge(edge).nearest(p);
  double const d = length(p.x - q.x, p.y - q.y);
  if (!(d > 0)) return std::nullopt;
  Point const u{(p.x - q.x) / d, (p.y - q.y) / d};
  double radius = std::max(most, d);
  for (auto const i : outline.all())
    for (int n = 0; n < MOST_TOUCHES && radius > least; ++n) {
      Point const c{q.x + radius * u.x, q.y + radius * u.y};
      if (outline.edge(i).distance2(c) >= radius * radius * (1 - 2e-6)) break;
      auto const s = outline.edge(i).nearest(c);
      double const sx = s.x - q.x, sy = s.y - q.y, along = sx * u.x + sy * u.y;
      if (along <= 0) break;
      radius = std::max((sx * sx + sy * sy) / (2 * along), d);
    }
  if (radius <= least) return std::nullopt;
  return Point{q.x + radius * u.x, q.y + radius * u.y};
}

struct Rectangle {
  Point centre;
  double half_x, half_y, depth, most;  // depth of the centre, negative outside; most: no point of it lies deeper
  std::uint32_t edge;                  // the nearest to the centre
  std::size_t first, count;            // of the edges that can be nearest to its points, among those listed
  double radius() const { return length(half_x, half_y); }
  // Many rectangles share the cap of the part: among them the deepest centre promises most.
  bool operator<(Rectangle const& o) const { return most != o.most ? most < o.most : depth < o.depth; }
};

class Search {
 public:
  Search(Outline const& outline, Deepest& best)
      : m_outline(outline), m_best(best), m_cap(outline.deepest_possible()), m_listed(outline.all()) {}

  double run() {
    auto const& b = m_outline.bounds();
    auto const p = m_outline.middle_across(b.centre().x);
    if (std::isfinite(p.y) && consider(p)) grow(m_best.at, m_best.edge);
    offer({b.centre(), (b.max_x - b.min_x) / 2, (b.max_y - b.min_y) / 2, 0, 0, 0, 0, m_listed.size()});
    for (; m_rectangles < MOST_RECTANGLES && unsettled(); m_rectangles += 2) {
      auto const r = m_queue.top();
      m_queue.pop();
      split(r);
    }
    // What was set aside could hold a circle that is good_enough, no better.
    return std::min(m_cap, std::max(good_enough(m_best.depth), unsettled() ? m_queue.top().most : 0));
  }

 private:
  bool hopeless(double most) const { return most <= good_enough(m_best.depth); }
  bool unsettled() const { return !m_queue.empty() && !hopeless(m_queue.top().most); }

  bool consider(Point p) {
    auto const [d, edge] = m_outline.nearest_edge(p, m_best.depth);
    if (d <= m_best.depth || !m_outline.inside(p)) return false;
    m_best = {d, p, edge, &m_outline};
    return true;
  }

  void grow(Point p, std::uint32_t edge) {
    if (auto const c = touching_twice(m_outline, p, edge, m_cap, m_best.depth)) consider(*c);
  }

  // In long strips, a centre nearly as deep as the best may lie beside a deeper place; the work spent on that is
  // bounded by the corners looked at.
  bool worth_growing(double depth) {
    if (m_rectangles < MANY || depth < 0.7 * m_best.depth || m_looked_at > MOST_LOOKED_AT) return false;
    m_looked_at += m_outline.all().size();
    return true;
  }

  // Cheap reasons to set it aside come first.
  void offer(Rectangle r) {
    double const radius = r.radius(), too_near = good_enough(m_best.depth) - radius;
    if (too_near > 0 && m_outline.edge(r.edge).distance2(r.centre) <= too_near * too_near) return;
    auto const [d, edge] = nearest(r.centre, r);
    r.edge = edge;
    if (d <= too_near) return;
    bool const in = m_outline.inside(r.centre);
    if (in && d > m_best.depth) {
      m_best = {d, r.centre, r.edge, &m_outline};
      grow(m_best.at, m_best.edge);
    }
    r.depth = in ? d : -d;
    r.most = std::min(m_cap, r.depth + radius);
    if (hopeless(r.most)) return;
    shorten(r, d + 2 * radius);
    bound(r);
    if (hopeless(r.most)) return;
    if (worth_growing(r.depth)) grow(r.centre, r.edge);
    m_queue.push(r);
  }

  // No edge out of reach is nearest to any point of the rectangle. A list hardly shorter is not worth the memory.
  void shorten(Rectangle& r, double reach) {
    auto const reach2 = reach * reach * (1 + 1e-12);
    auto const first = m_listed.size();
    m_listed.resize(first + r.count);
    auto end = first;
    for (std::size_t i = 0; i < r.count; ++i) {
      m_listed[end] = m_listed[r.first + i];
      if (m_distances2[i] <= reach2) ++end;
    }
    m_listed.resize(end);
    if (m_listed.size() - first > r.count / 4 * 3)
      m_listed.resize(first);
    else
      r.first = first, r.count = m_listed.size() - first;
  }

  // Edges are added where the planes so far are highest, until that helps little; the depth there may be the best.
  void bound(Rectangle& r) {
    BoxBound box(r.centre, r.half_x, r.half_y);
    box.add(m_outline.edge(r.edge), m_outline.all_on(r.edge));
    auto before = r.depth + r.radius();
    for (int i = 0; i < MOST_PLANES; ++i) {
      bool const slow = box.most() > before - WORTH_ANOTHER * (before - good_enough(m_best.depth));
      before = box.most();
      r.most = std::min(r.most, before);
      if (hopeless(r.most) || slow) return;
      auto const p = box.highest();
      auto const [d, edge] = nearest(p, r);
      if (d > m_best.depth * CLEARLY && m_outline.inside(p)) m_best = {d, p, edge, &m_outline};
      box.add(m_outline.edge(edge), m_outline.all_on(edge));
    }
  }

  // Of the edges listed for the rectangle; leaves their distances behind.
  std::pair<double, std::uint32_t> nearest(Point p, Rectangle const& r) {
    auto const edges = std::span(m_listed).subspan(r.first, r.count);
    m_distances2.resize(r.count);
    auto const at = m_outline.distances2(p, edges, m_distances2);
    return {std::sqrt(m_distances2[at]), edges[at]};
  }

  void split(Rectangle r) {
    double& half = r.half_x >= r.half_y ? r.half_x : r.half_y;
    double& centre = r.half_x >= r.half_y ? r.centre.x : r.centre.y;
    double const middle = centre;
    half /= 2;
    centre = middle - half;
    offer(r);
    centre = middle + half;
    offer(r);
  }

  Outline const& m_outline;
  Deepest& m_best;
  double m_cap;
  int m_rectangles = 0;
  std::size_t m_looked_at = 0;
  EdgeList m_listed;  // all edges, then the shorter lists of rectangles
  std::vector<double> m_distances2;
  std::priority_queue<Rectangle> m_queue;
};

}  // namespace

double good_enough(double depth) { return depth + std::max(RELATIVE * depth, ABSOLUTE_M / 2); }

double deepest_possible_after_search(Outline const& outline, Deepest& best) {
  return outline.all().empty() ? 0 : Search(outline, best).run();
}

}  // namespace redline
