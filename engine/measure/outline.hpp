// The rings of one polygon part in metres of a LocalMetric, turned so that the part lies along x. Distances to its
// edges, in or out, and what a line across it meets. An index over columns of x keeps `inside` and `across` fast for
// outlines of many vertices. Used by the search for the largest circle. Points are in the turned frame; `given_back`
// leads to longitude/latitude.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/crs/local_metric.hpp"
#include "engine/geometry/coordinates.hpp"

namespace redline {

struct OutlineEdge {
  double ax, ay, bx;                      // start; x of the end, bit by bit the start of the next edge
  double mx, my, hx, hy, half2, inverse;  // middle, half of the edge, its length², 1/length² (0 for a point)

  // From the middle, −1 to 1. Limits that are no constants keep the compiler from jumps, half the time of it.
  double share(double px, double py) const { return std::min(std::max(px * hx + py * hy, -half2), half2) * inverse; }
  Point nearest(Point p) const {
    double const t = share(p.x - mx, p.y - my);
    return {mx + t * hx, my + t * hy};
  }
  double distance2(Point p) const {
    double const px = p.x - mx, py = p.y - my, t = share(px, py), ex = px - t * hx, ey = py - t * hy;
    return ex * ex + ey * ey;
  }
};

using EdgeList = std::vector<std::uint32_t>;

class Outline {
 public:
  Outline(RingsOfPart const& rings, LocalMetric const& metric);

  Bounds const& bounds() const { return m_bounds; }
  EdgeList const& all() const { return m_all; }
  OutlineEdge const& edge(std::uint32_t i) const { return m_edges[i]; }
  double deepest_possible()
      const;  // no point lies deeper inside: half the short side of the box, radius of the circle of equal area
  // Distance and edge. The first edge found within `enough` ends the search.
  std::pair<double, std::uint32_t> nearest_edge(Point p, double enough) const;
  // The square of each distance; the place of the nearest.
  std::size_t distances2(Point p, std::span<std::uint32_t const> edges, std::span<double> out) const;
  // The side of the edge's line, 1 left and −1 right of its direction, on which all corners lie; 0 where there are
  // corners on both. `beyond`: how far at most the others lie from the line all the same, a hundredth of a millimetre.
  struct Side {
    double side = 0, beyond = 0;
  };
  Side all_on(std::uint32_t edge) const;
  bool inside(Point p) const;
  Point middle_across(double x) const;  // of the widest stretch inside on the line x = const; NaN where there is none
  Point given_back(Point p) const;

 private:
  void keep(std::vector<std::pair<Point, Point>> const& edges, Point direction);
  void index_columns();
  std::span<std::uint32_t const> column(double x) const;

  LocalMetric m_metric;
  std::vector<OutlineEdge> m_edges;
  EdgeList m_all, m_first_of_column, m_in_column;
  Bounds m_bounds;
  Point m_direction{1, 0};  // of x, of length 1
  double m_area = 0;
};

}  // namespace redline
