// How far from all of a few edges a point of a box can be, at the most. The distance from a segment is convex, so over
// the box it stays below a plane laid over its values in the four corners; and the lowest of some planes stays below
// any mean of them: a linear programme in three unknowns, whose dual bounds hold whatever the rounding (Boyd and
// Vandenberghe, Convex Optimization, 2004: section 5.2; section 4.3.1 for the largest ball in a polyhedron). Edges are
// added one by one where the planes so far are highest (the cutting planes of Kelley, 1960).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <limits>

#include "engine/measure/outline.hpp"

namespace redline {

class BoxBound {
 public:
  BoxBound(Point centre, double half_x, double half_y) : m_centre(centre), m_half_x(half_x), m_half_y(half_y) {}

  void add(OutlineEdge const& e, Outline::Side all);
  double most() const { return m_most; }  // no point of the box is farther than this from all the edges
  Point highest() const { return {m_centre.x + m_at.x * m_half_x, m_centre.y + m_at.y * m_half_y}; }

 private:
  struct Plane {  // height + x · its slope + y · its slope, for x and y from −1 to 1 across the box
    double height, x, y;
    double most() const;
  };
  Plane over(OutlineEdge const& e) const;
  Plane from_line(OutlineEdge const& e, Outline::Side all) const;
  bool one(Plane const& a);
  bool two(Plane const& a, Plane const& b);
  bool level_in_x(Plane const& a, Plane const& b);
  bool level_in_y(Plane const& a, Plane const& b);
  bool three(Plane const& a, Plane const& b, Plane const& c);
  bool keep(double bound, Point at);

  Point m_centre, m_at;
  double m_half_x, m_half_y, m_most = std::numeric_limits<double>::infinity();
  std::array<Plane, 3> m_deciding{};
  std::size_t m_count = 0;
};

}  // namespace redline
