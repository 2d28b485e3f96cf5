// The largest circle inside a polygon: its diameter in metres (the width of an overlap) and its centre in longitude/latitude,
// which lies inside and serves as the point to drive to. Best-first search over squares in a local tangent metric; the diameter is
// right within 1 % or 1 mm, whichever is larger, after at most 20,000 squares (for strips longer than 10,000 widths: a lower bound).
// Of several parts the widest counts. Empty or degenerate input gives width 0 and some vertex.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/geometry/geometry.hpp"

namespace redline {

struct InscribedCircle {
  double width_m = 0;
  Point centre;
};

InscribedCircle largest_circle(Geometry const& lonlat);

}  // namespace redline
