// Whether a point lies inside closed rings: crossings of the ray towards larger x, as a parity over all rings added.
// sure() is false where the point may lie on one of them (orientation.hpp). Plane coordinates.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <span>

#include "engine/geometry/orientation.hpp"

namespace redline {

class Parity {
 public:
  explicit Parity(Point p) : m_p(p) {}
  bool sure() const { return m_sure; }
  bool odd() const { return m_odd; }

  void add(std::span<Point const> ring) {
    for (std::size_t i = 1; i < ring.size() && m_sure; ++i) add(ring[i - 1], ring[i]);
  }

  // A stretch of a ring that lies in `box`: where the ray does not enter it or passes all of it, its ends tell enough.
  void add(std::span<Point const> stretch, Bounds const& box) {
    if (box.min_y > m_p.y || box.max_y < m_p.y || box.max_x < m_p.x) return;
    if (box.min_x > m_p.x)
      m_odd ^= (stretch.front().y > m_p.y) != (stretch.back().y > m_p.y);
    else
      add(stretch);
  }

 private:
  void add(Point a, Point b) {
    if (std::min(a.y, b.y) > m_p.y || std::max(a.y, b.y) < m_p.y || std::max(a.x, b.x) < m_p.x) return;
    bool const spans = (a.y > m_p.y) != (b.y > m_p.y);
    if (std::min(a.x, b.x) > m_p.x) {
      m_odd ^= spans;
      return;
    }
    auto const s = side(a, b, m_p);
    if (s == 0)
      m_sure = false;
    else if (spans)
      m_odd ^= (s > 0) == (b.y > a.y);
  }

  Point m_p;
  bool m_odd = false, m_sure = true;
};

}  // namespace redline
