// The way along one line in longitude/latitude degrees: its length and the point at a distance from its start, in
// metres of the tangent metric at its first point (local_metric.hpp: good for places on the line, not for lengths in
// the ledger). halfway: the middle of the longest part of a line; it lies on the line and at no end of it.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/geometry/coordinates.hpp"

namespace redline {

class Along {
 public:
  explicit Along(Ring const& line);  // of one point or more; has to outlive this
  double length_m() const { return m_so_far.back(); }
  Point at(double metres) const;

 private:
  Ring const& m_line;
  std::vector<double> m_so_far;  // to each corner
};

Point halfway(Coordinates const& lines);

}  // namespace redline
