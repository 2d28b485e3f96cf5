// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/nearest_edge.hpp"

#include <algorithm>
#include <limits>

#include "engine/geometry/coordinates.hpp"
#include "engine/geometry/edge_distance.hpp"

namespace redline {

namespace bgi = boost::geometry::index;

NearestEdge::NearestEdge(Geometry const& g) {
  std::vector<Entry> edges;
  for (auto const& part : coordinates(g).parts)
    for (auto const& ring : part)
      for (std::size_t i = 1; i < ring.size(); ++i) {
        auto const a = ring[i - 1], b = ring[i];
        edges.emplace_back(Box({std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}),
                           std::pair{a, b});
      }
  m_edges = decltype(m_edges)(edges);
}

NearestEdge::Box NearestEdge::around(Point p, double d) { return {{p.x - d, p.y - d}, {p.x + d, p.y + d}}; }

bool NearestEdge::within(Point p, double distance) const {
  auto const near = [&](Entry const& e) { return edge_distance(p, e.second.first, e.second.second) <= distance; };
  return m_edges.qbegin(bgi::intersects(around(p, distance)) && bgi::satisfies(near)) != m_edges.qend();
}

double NearestEdge::distance(Point p, double at_least) const {
  auto out = std::numeric_limits<double>::infinity();
  if (m_edges.empty() || !(at_least > 0)) return out;
  auto reach = at_least / 2;
  while (!(out <= reach)) {
    reach *= 2;
    for (auto e = m_edges.qbegin(bgi::intersects(around(p, reach))); e != m_edges.qend(); ++e)
      out = std::min(out, edge_distance(p, e->second.first, e->second.second));
  }
  return out;
}

}  // namespace redline
