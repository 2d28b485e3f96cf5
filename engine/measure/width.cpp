// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/width.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

#include "engine/crs/local_metric.hpp"
#include "engine/geometry/coordinates.hpp"

namespace redline {
namespace {

constexpr double RELATIVE = 0.01, ABSOLUTE_M = 0.001;
constexpr int MOST_SQUARES = 20000;

struct Segment {
  Point a, d;  // start and direction
  double inverse_length2;
};

class Outline {
 public:
  explicit Outline(RingsOfPart const& rings, LocalMetric const& metric) {
    for (auto const& ring : rings)
      for (std::size_t i = 1; i < ring.size(); ++i) add(metric.to_m(ring[i - 1]), metric.to_m(ring[i]));
  }
  // Distance to the outline, negative outside.
  double depth(Point p) const {
    double best = std::numeric_limits<double>::infinity();
    bool inside = false;
    for (auto const& s : m_segments) {
      auto const px = p.x - s.a.x, py = p.y - s.a.y;
      auto const t = std::clamp((px * s.d.x + py * s.d.y) * s.inverse_length2, 0.0, 1.0);
      auto const ex = px - t * s.d.x, ey = py - t * s.d.y;
      best = std::min(best, ex * ex + ey * ey);
      if ((s.a.y > p.y) != (s.a.y + s.d.y > p.y) && px < s.d.x * py / s.d.y) inside = !inside;
    }
    return (inside ? 1 : -1) * std::sqrt(best);
  }
  Bounds const& bounds() const { return m_bounds; }

 private:
  void add(Point a, Point b) {
    m_bounds.add(a);
    m_bounds.add(b);
    Point const d{b.x - a.x, b.y - a.y};
    auto const l2 = d.x * d.x + d.y * d.y;
    m_segments.push_back({a, d, l2 > 0 ? 1 / l2 : 0});
  }
  std::vector<Segment> m_segments;
  Bounds m_bounds;
};

struct Square {
  Point centre;
  double half = 0, depth = 0;
  double most() const { return depth + half * 1.41421356237309515; }
  bool operator<(Square const& o) const { return most() < o.most(); }
};

struct Best {
  double depth = 0;
  Point centre;
};

Point centroid(Ring const& ring, LocalMetric const& metric) {
  double area = 0, x = 0, y = 0;
  auto const o = metric.to_m(ring.front());
  for (std::size_t i = 1; i < ring.size(); ++i) {
    auto const a = metric.to_m(ring[i - 1]), b = metric.to_m(ring[i]);
    auto const cross = (a.x - o.x) * (b.y - o.y) - (b.x - o.x) * (a.y - o.y);
    area += cross, x += cross * (a.x + b.x + o.x) / 3, y += cross * (a.y + b.y + o.y) / 3;
  }
  return area == 0 ? o : Point{x / area, y / area};
}

class Search {
 public:
  Search(Outline const& outline, Best& best) : m_outline(outline), m_best(best) {}

  void run(Point first_guess) {
    offer(first_guess, 0);
    auto const& b = m_outline.bounds();
    auto const w = b.max_x - b.min_x, h = b.max_y - b.min_y;
    auto const size = std::max(std::min(w, h), std::max(w, h) / 256);
    if (size <= 0) return;
    for (double x = b.min_x; x < b.max_x; x += size)
      for (double y = b.min_y; y < b.max_y; y += size) offer({x + size / 2, y + size / 2}, size / 2);
    for (int n = 0; n < MOST_SQUARES && !m_queue.empty(); ++n) {
      auto const s = m_queue.top();
      m_queue.pop();
      if (s.most() <= m_best.depth + std::max(RELATIVE * m_best.depth, ABSOLUTE_M / 2)) return;
      auto const q = s.half / 2;
      for (int i = 0; i < 4; ++i) offer({s.centre.x + (i & 1 ? q : -q), s.centre.y + (i & 2 ? q : -q)}, q);
    }
  }

 private:
  void offer(Point p, double half) {
    Square const s{p, half, m_outline.depth(p)};
    if (s.depth > m_best.depth) m_best = {s.depth, p};
    if (half > 0 && s.most() > m_best.depth * (1 + RELATIVE) + ABSOLUTE_M / 2) m_queue.push(s);
  }
  Outline const& m_outline;
  Best& m_best;
  std::priority_queue<Square> m_queue;
};

// Half the width of a thin piece, where the search by squares of at least half a millimetre cannot see inside it.
Best thin(Ring const& ring, LocalMetric const& metric, Outline const& outline) {
  Best best;
  for (std::size_t i = 1; i < ring.size(); ++i)
    for (std::size_t j = i + 1; j < ring.size() && j < i + 8; ++j) {
      auto const a = metric.to_m(ring[i - 1]), b = metric.to_m(ring[i]), c = metric.to_m(ring[j - 1]), d = metric.to_m(ring[j]);
      Point const m{(a.x + b.x + c.x + d.x) / 4, (a.y + b.y + c.y + d.y) / 4};
      if (auto const depth = outline.depth(m); depth > best.depth) best = {depth, m};
    }
  return best;
}

}  // namespace

InscribedCircle largest_circle(Geometry const& lonlat) {
  InscribedCircle out;
  auto const c = coordinates(lonlat);
  if (c.dimension != 2 || c.parts.empty()) return out;
  out.centre = c.parts.front().front().front();
  LocalMetric const metric(lonlat.bounds().centre());
  Best best;
  for (auto const& part : c.parts) {
    Outline const outline(part, metric);
    if (auto const t = thin(part.front(), metric, outline); t.depth > best.depth) best = t;
    Search(outline, best).run(centroid(part.front(), metric));
  }
  if (best.depth > 0) out = {2 * best.depth, metric.to_lonlat(best.centre)};
  return out;
}

}  // namespace redline
