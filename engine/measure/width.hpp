// The largest circle inside a polygon: its diameter in metres (the width of an overlap) and its centre in
// longitude/latitude, which lies inside and serves as the point to drive to. Best-first search over rectangles in a
// local tangent metric, bounded by planes over a few edges each. width_m is a circle that was found, so never too large
// (but for the metric at the centre, 1 ± width/6e6); upper_m is what no circle exceeds. They agree within 1 % or 1 mm,
// whichever is larger, unless 1,000 rectangles did not suffice (long crooked strips). Of several parts the widest
// counts; parts that share an edge are not joined. Empty or without interior: width 0 and some vertex.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/geometry/geometry.hpp"

namespace redline {

struct InscribedCircle {
  double width_m = 0;
  Point centre;
  double upper_m = 0;
};

InscribedCircle largest_circle(Geometry const& lonlat);

}  // namespace redline
