// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/union_area.hpp"

#include <algorithm>

#include "engine/measure/ellipsoid.hpp"
#include "engine/measure/strip.hpp"

namespace redline {
namespace {

struct Side {  // of some ground: going east, it ends (1) or begins (-1) here, between two latitudes
  int end = 0;
  double from = 0, to = 0;
};

struct Edge {  // never along a parallel: those add nothing
  Point low, high;
  std::uint32_t of = 0;  // its polygon
  double x = 0;          // at the latitude of the sweep
  Side covered, left;

  double at(double y) const {
    if (y <= low.y) return low.x;
    if (y >= high.y) return high.x;
    return low.x + (high.x - low.x) * ((y - low.y) / (high.y - low.y));
  }
};

std::vector<Edge> edges_from_south(std::vector<Coordinates const*> const& polygons) {
  std::vector<Edge> out;
  for (std::size_t k = 0; k < polygons.size(); ++k)
    for (auto const& part : polygons[k]->parts)
      for (auto const& ring : part)
        for (std::size_t i = 1; i < ring.size(); ++i) {
          auto const a = ring[i - 1], b = ring[i];
          if (a.y == b.y) continue;
          auto& e = out.emplace_back();
          e.low = a.y < b.y ? a : b, e.high = a.y < b.y ? b : a, e.of = static_cast<std::uint32_t>(k);
        }
  std::sort(out.begin(), out.end(), [](Edge const& a, Edge const& b) {
    return a.low.y != b.low.y ? a.low.y < b.low.y : a.low.x != b.low.x ? a.low.x < b.low.x : a.high.x < b.high.x;
  });
  return out;
}

void add_crossing(Edge const& a, Edge const& b, std::vector<double>& out) {
  if (std::max(a.low.x, a.high.x) <= std::min(b.low.x, b.high.x)) return;
  if (std::max(b.low.x, b.high.x) <= std::min(a.low.x, a.high.x)) return;
  auto const from = std::max(a.low.y, b.low.y), to = std::min(a.high.y, b.high.y);
  auto const before = a.at(from) - b.at(from), after = a.at(to) - b.at(to);
  if ((before < 0 && after > 0) || (before > 0 && after < 0))
    out.push_back(from + (to - from) * (before / (before - after)));
}

// All latitudes where the order of edges from west to east may change.
std::vector<double> heights(std::vector<Edge> const& edges) {
  std::vector<double> out;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    out.push_back(edges[i].low.y), out.push_back(edges[i].high.y);
    for (auto j = i + 1; j < edges.size() && edges[j].low.y < edges[i].high.y; ++j)
      if (edges[j].of != edges[i].of) add_crossing(edges[i], edges[j], out);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

class Sweep {
 public:
  // The first of the polygons is the whole, if there is one.
  Sweep(std::vector<Coordinates const*> const& polygons, bool with_whole)
      : m_edges(edges_from_south(polygons)), m_inside(polygons.size()), m_with_whole(with_whole) {
    for (auto const& e : m_edges) m_west = std::min({m_west, e.low.x, e.high.x});
  }

  CoveredArea run() {
    auto const stops = heights(m_edges);
    for (std::size_t i = 1; i < stops.size(); ++i) between(stops[i - 1], stops[i]);
    for (auto& e : m_edges) close(e, e.covered, m_sum.covered_m2), close(e, e.left, m_sum.left_m2);
    return m_sum;
  }

 private:
  void between(double south, double north) {
    std::erase_if(m_met, [&](Edge const* e) { return e->high.y <= south; });
    for (; m_next < m_edges.size() && m_edges[m_next].low.y <= south; ++m_next) m_met.push_back(&m_edges[m_next]);
    auto const middle = south + (north - south) / 2;
    for (auto* e : m_met) e->x = e->at(middle);
    for (std::size_t i = 1; i < m_met.size(); ++i)  // nearly in order already
      for (auto j = i; j > 0 && m_met[j]->x < m_met[j - 1]->x; --j) std::swap(m_met[j], m_met[j - 1]);
    from_west_to_east(south, north);
  }

  void from_west_to_east(double south, double north) {
    std::fill(m_inside.begin(), m_inside.end(), false);
    int over = 0;
    bool was_covered = false, was_left = false;
    for (auto* e : m_met) {
      m_inside[e->of] = m_inside[e->of] ? 0 : 1;
      bool const of_whole = m_with_whole && e->of == 0;
      if (!of_whole) over += m_inside[e->of] ? 1 : -1;
      bool const covered = over > 0, left = m_with_whole && m_inside[0] && !covered;
      if (covered != was_covered) extend(*e, e->covered, m_sum.covered_m2, covered ? -1 : 1, south, north);
      if (left != was_left) extend(*e, e->left, m_sum.left_m2, left ? -1 : 1, south, north);
      was_covered = covered, was_left = left;
    }
  }

  void extend(Edge const& e, Side& side, double& sum, int end, double south, double north) {
    if (side.end != end || side.to != south) {
      close(e, side, sum);
      side = {end, south, north};
    }
    side.to = north;
  }

  // Ground between the western limit and the edge.
  void close(Edge const& e, Side& side, double& sum) {
    if (side.end == 0) return;
    auto const s = strip_under(side.from * RADIANS, side.to * RADIANS);
    auto const first = e.at(side.from) - m_west, second = e.at(side.to) - m_west;
    sum += side.end * RADIANS * (first * s.moment + second * (s.strip - s.moment));
    side.end = 0;
  }

  std::vector<Edge> m_edges;
  std::vector<char> m_inside;  // by polygon
  std::vector<Edge*> m_met;    // by the sweep, from west to east
  std::size_t m_next = 0;
  bool m_with_whole;
  double m_west = 180;
  CoveredArea m_sum;
};

}  // namespace

double union_area_m2(std::vector<Coordinates const*> const& polygons) {
  return Sweep(polygons, false).run().covered_m2;
}

CoveredArea covered_area(Coordinates const& whole, std::vector<Coordinates const*> const& polygons) {
  std::vector<Coordinates const*> all{&whole};
  all.insert(all.end(), polygons.begin(), polygons.end());
  return Sweep(all, true).run();
}

}  // namespace redline
