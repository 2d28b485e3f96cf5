// The edges of a geometry in an index, for the distance of many points from them; GEOS looks at every edge for each
// point. What lies inside the ground counts by the distance from its border.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <utility>
#include <vector>

#include "engine/geometry/geometry.hpp"

namespace redline {

class NearestEdge {
 public:
  explicit NearestEdge(Geometry const& g);
  bool within(Point p, double distance) const;
  double distance(Point p, double at_least) const;  // the search begins there; infinite where there is no edge

 private:
  using BoxPoint = boost::geometry::model::point<double, 2, boost::geometry::cs::cartesian>;
  using Box = boost::geometry::model::box<BoxPoint>;
  using Entry = std::pair<Box, std::pair<Point, Point>>;
  static Box around(Point p, double distance);

  boost::geometry::index::rtree<Entry, boost::geometry::index::quadratic<16>> m_edges;
};

}  // namespace redline
