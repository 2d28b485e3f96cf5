// The rings of one polygon part in metres of a LocalMetric, turned so that the part lies along x. Distances to its
// edges, in or out, and what a line across it meets. An index over columns of x keeps `inside` and `across` fast for
// outlines of many vertices. Used by the search for the largest circle. Points are in the turned frame; `given_back`
// leads to longitude/latitude.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/crs/local_metric.hpp"
#include "engine/geometry/coordinates.hpp"

namespace redline {

struct OutlineEdge {
  double ax, ay, bx;               // start; x of the end, bit by bit the start of the next edge
  double dx, dy, inverse_length2;  // direction, 1/length² (0 for a point)
};

using EdgeList = std::vector<std::uint32_t>;

class Outline {
 public:
  Outline(RingsOfPart const& rings, LocalMetric const& metric);

  Bounds const& bounds() const { return m_bounds; }
  EdgeList const& all() const { return m_all; }
  double deepest_possible()
      const;  // no point lies deeper inside: half the short side of the box, radius of the circle of equal area
  double distance(Point p, std::span<std::uint32_t const> edges) const;
  Point nearest(Point p) const;                                                                        // on the outline
  std::pair<double, std::uint32_t> nearest_edge(Point p, std::span<std::uint32_t const> edges) const;  // distance, edge
  double farthest(std::uint32_t edge, Bounds const& box) const;  // no point of the box lies farther from that edge
  bool inside(Point p) const;
  Point middle_across(double x) const;  // of the widest stretch inside on the line x = const; NaN where there is none
  // The edges that can be nearest to any point within `radius` of p, which is `distance` from the nearest of `edges`.
  EdgeList near(Point p, double radius, double distance, std::span<std::uint32_t const> edges) const;
  Point given_back(Point p) const;

 private:
  void keep(std::vector<std::pair<Point, Point>> const& edges, double angle);
  void index_columns();
  std::span<std::uint32_t const> column(double x) const;

  LocalMetric m_metric;
  std::vector<OutlineEdge> m_edges;
  EdgeList m_all, m_first_of_column, m_in_column;
  Bounds m_bounds;
  double m_cos = 1, m_sin = 0, m_area = 0;
};

}  // namespace redline
