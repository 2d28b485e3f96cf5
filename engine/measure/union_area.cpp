// SPDX-License-Identifier: Apache-2.0
#include "engine/measure/union_area.hpp"

#include <algorithm>

#include "engine/measure/ellipsoid.hpp"
#include "engine/measure/strip.hpp"

namespace redline {
namespace {

struct Edge {  // never along a parallel: those add nothing
  Point low, high;
  std::uint32_t of = 0;     // its polygon
  int end = 0;              // covered ground ends (1) or begins (-1) here, going east, from `from` to `to`
  double from = 0, to = 0;  // latitudes
  double x = 0;             // at the latitude of the sweep

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
  explicit Sweep(std::vector<Coordinates const*> const& polygons)
      : m_edges(edges_from_south(polygons)), m_inside(polygons.size()) {
    for (auto const& e : m_edges) m_west = std::min({m_west, e.low.x, e.high.x});
  }

  double run() {
    auto const stops = heights(m_edges);
    for (std::size_t i = 1; i < stops.size(); ++i) between(stops[i - 1], stops[i]);
    for (auto& e : m_edges) close(e);
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
    std::fill(m_inside.begin(), m_inside.end(), false);
    int covered = 0;
    for (auto* e : m_met) {
      auto const before = covered;
      m_inside[e->of] = !m_inside[e->of];
      covered += m_inside[e->of] ? 1 : -1;
      if (before == 0 || covered == 0) extend(*e, before == 0 ? -1 : 1, south, north);
    }
  }

  void extend(Edge& e, int end, double south, double north) {
    if (e.end != end || e.to != south) {
      close(e);
      e.end = end, e.from = south;
    }
    e.to = north;
  }

  // Ground between the western limit and the edge.
  void close(Edge& e) {
    if (e.end == 0) return;
    auto const s = strip_under(e.from * RADIANS, e.to * RADIANS);
    m_sum += e.end * RADIANS * ((e.at(e.from) - m_west) * s.moment + (e.at(e.to) - m_west) * (s.strip - s.moment));
    e.end = 0;
  }

  std::vector<Edge> m_edges;
  std::vector<char> m_inside;  // by polygon
  std::vector<Edge*> m_met;    // by the sweep, from west to east
  std::size_t m_next = 0;
  double m_west = 180, m_sum = 0;
};

}  // namespace

double union_area_m2(std::vector<Coordinates const*> const& polygons) { return Sweep(polygons).run(); }

}  // namespace redline
