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

struct BorderEdge {
  Point a, b;
  std::uint32_t zone;
};

class Walk {
 public:
  Walk(AreaCells const& ground, std::span<CellRef const> cells, std::uint32_t zone, double metres)
      : m_ground(ground), m_cells(cells), m_zone(zone), m_metres(metres) {}

  // A point's distance from one edge is greatest at an end of a straight way, so the way is halved until one edge is
  // near to both ends of each piece.
  bool keeps(Point p, Point q) const {
    auto const near_p = near(p), near_q = near(q);
    LocalMetric const metric(p);
    auto const to = metric.to_m(q);
    auto const one = std::find_if(near_p.begin(), near_p.end(), [&](BorderEdge const& e) {
      return e.zone == m_zone && edge_distance(to, metric.to_m(e.a), metric.to_m(e.b)) <= m_metres;
    });
    Point const middle{(p.x + q.x) / 2, (p.y + q.y) / 2};
    if (one != near_p.end()) return !within_area(middle, *one);
    if (near_p.empty() || near_q.empty() || std::hypot(to.x, to.y) < m_metres * SHORTEST) return false;
    return keeps(p, middle) && keeps(middle, q);
  }

 private:
  // Ground of the area lies on the other side, too: another zone begins there, or another part of this one.
  bool within_area(Point p, BorderEdge const& border) const {
    auto const edges = near(p);
    return std::any_of(edges.begin(), edges.end(), [&](BorderEdge const& e) {
      auto const along = (e.b.x - e.a.x) * (border.b.x - border.a.x) + (e.b.y - e.a.y) * (border.b.y - border.a.y);
      return e.zone != m_zone || along < 0;
    });
  }

  std::vector<BorderEdge> near(Point p) const {
    auto const dy = m_metres / METRES_PER_DEGREE;
    auto const box = Bounds{p.x, p.y, p.x, p.y}.expanded(dy / std::cos(std::min(89.0, std::abs(p.y)) * RADIANS), dy);
    LocalMetric const metric(p);
    std::vector<BorderEdge> out;
    for (auto const& ref : m_cells) {
      auto const& cell = m_ground.cells[ref.cell];
      if (cell.inner || !cell.bounds.intersects(box)) continue;
      for (std::uint32_t r = 0; r < cell.rings; ++r) {
        auto const ring = m_ground.ring(cell, r);
        for (std::size_t i = 1; i < ring.size(); ++i)
          if (!is_cut(cell.frame, ring[i - 1], ring[i]) && !box.beside(ring[i - 1], ring[i]) &&
              edge_distance({0, 0}, metric.to_m(ring[i - 1]), metric.to_m(ring[i])) <= m_metres)
            out.push_back({ring[i - 1], ring[i], cell.zone});
      }
    }
    return out;
  }

  AreaCells const& m_ground;
  std::span<CellRef const> m_cells;
  std::uint32_t m_zone;
  double m_metres;
};

}  // namespace

bool keeps_to_border(AreaCells const& ground, std::span<CellRef const> cells, std::uint32_t zone,
                     Coordinates const& line, double metres) {
  Walk const walk(ground, cells, zone, metres);
  for (auto const& part : line.parts)
    for (auto const& ring : part)
      for (std::size_t i = 1; i < ring.size(); ++i)
        if (!walk.keeps(ring[i - 1], ring[i])) return false;
  return true;
}

}  // namespace redline
