// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/along_border.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/crs/local_metric.hpp"
#include "engine/geometry/edge_distance.hpp"

namespace redline {
namespace {

constexpr double METRES_PER_DEGREE = 110574;  // the shortest degree of latitude
constexpr double SHORTEST = 1.0 / 64;         // of the distance allowed
constexpr double TOUCHING = 10;               // times the distance across: longer than at a corner

struct BorderEdge {
  Point a, b;
  std::uint32_t zone;
};

Bounds around(Bounds const& b, double metres) {
  auto const dy = metres / METRES_PER_DEGREE;
  auto const latitude = std::min(89.0, std::max(std::abs(b.min_y), std::abs(b.max_y)));
  return b.expanded(dy / std::cos(latitude * RADIANS), dy);
}

// How much of the way from the origin to `to` runs beside an edge, within `metres` of it.
double beside(Point to, Point a, Point b, double metres) {
  auto const length = std::hypot(to.x, to.y);
  if (!(length > 0)) return 0;
  auto const along = [&](Point p) { return (p.x * to.x + p.y * to.y) / length; };
  auto const aside = [&](Point p) { return (p.x * to.y - p.y * to.x) / length; };
  auto const from = along(a), step = along(b) - from, off = aside(a), drift = aside(b) - off;
  double low = 0, high = 1;  // of the edge
  auto const keep = [&](double start, double change, double least, double most) {
    if (change == 0) {
      if (start < least || start > most) high = -1;
      return;
    }
    auto const one = (least - start) / change, two = (most - start) / change;
    low = std::max(low, std::min(one, two)), high = std::min(high, std::max(one, two));
  };
  keep(from, step, 0, length);
  keep(off, drift, -metres, metres);
  return std::max(0.0, high - low) * std::abs(step);
}

class Walk {
 public:
  Walk(Basemap const& basemap, std::span<CellRef const> cells, std::uint32_t zone, BorderReach const& reach)
      : m_basemap(basemap), m_cells(cells), m_zone(zone), m_reach(reach) {}

  // A point's distance from one edge is greatest at an end of a straight way, so the way is halved until one edge is
  // near to both ends of each piece.
  bool keeps(Point p, Point q) {
    auto const near_p = near(p), near_q = near(q);
    LocalMetric const metric(p);
    auto const to = metric.to_m(q);
    auto const one = std::find_if(near_p.begin(), near_p.end(), [&](BorderEdge const& e) {
      return e.zone == m_zone && edge_distance(to, metric.to_m(e.a), metric.to_m(e.b)) <= m_reach.metres;
    });
    if (one != near_p.end()) return !ground_beyond(p, q, *one);
    if (near_p.empty() || near_q.empty() || std::hypot(to.x, to.y) < m_reach.metres * SHORTEST) return false;
    Point const middle{(p.x + q.x) / 2, (p.y + q.y) / 2};
    return keeps(p, middle) && keeps(middle, q);
  }

 private:
  template <class F>
  void each_edge(std::span<CellRef const> cells, Bounds const& box, F f) const {
    for (auto const& ref : cells) {
      auto const& ground = m_basemap.ground(ref.area);
      auto const& cell = ground.cells[ref.cell];
      if (cell.inner || !cell.bounds.intersects(box)) continue;
      for (std::uint32_t r = 0; r < cell.rings; ++r) {
        auto const ring = ground.ring(cell, r);
        for (std::size_t i = 1; i < ring.size(); ++i)
          if (!is_cut(cell.frame, ring[i - 1], ring[i]) && !box.beside(ring[i - 1], ring[i]))
            f(BorderEdge{ring[i - 1], ring[i], cell.zone});
      }
    }
  }

  // Ground begins on the other side of the border, too: all have theirs on the left of their edges.
  bool ground_beyond(Point p, Point q, BorderEdge const& border) {
    auto const box = around(Bounds::of(p, q), m_reach.across_m);
    m_around.clear();
    m_basemap.query(box, m_around);
    LocalMetric const metric(p);
    auto const to = metric.to_m(q);
    bool beyond = false;
    each_edge(m_around, box, [&](BorderEdge const& e) {
      auto const onwards = (e.b.x - e.a.x) * (border.b.x - border.a.x) + (e.b.y - e.a.y) * (border.b.y - border.a.y);
      beyond = beyond || (onwards < 0 && beside(to, metric.to_m(e.a), metric.to_m(e.b), m_reach.across_m) >
                                             TOUCHING * m_reach.across_m);
    });
    return beyond;
  }

  std::vector<BorderEdge> near(Point p) const {
    auto const box = around({p.x, p.y, p.x, p.y}, m_reach.metres);
    LocalMetric const metric(p);
    std::vector<BorderEdge> out;
    each_edge(m_cells, box, [&](BorderEdge const& e) {
      if (edge_distance({0, 0}, metric.to_m(e.a), metric.to_m(e.b)) <= m_reach.metres) out.push_back(e);
    });
    return out;
  }

  Basemap const& m_basemap;
  std::span<CellRef const> m_cells;
  std::uint32_t m_zone;
  BorderReach m_reach;
  std::vector<CellRef> m_around;
};

}  // namespace

bool keeps_to_border(Basemap const& basemap, std::span<CellRef const> cells, std::uint32_t zone,
                     Coordinates const& line, BorderReach const& reach) {
  Walk walk(basemap, cells, zone, reach);
  for (auto const& part : line.parts)
    for (auto const& ring : part)
      for (std::size_t i = 1; i < ring.size(); ++i)
        if (!walk.keeps(ring[i - 1], ring[i])) return false;
  return true;
}

}  // namespace redline
