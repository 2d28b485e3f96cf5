// The point of an outline that lies deepest inside: best-first search over rectangles, bounded by planes over a few
// edges (box_bound.hpp), helped by circles grown until they touch two sides. What several outlines share is the best
// so far; a search goes on only while something deeper than good_enough is possible, for at most 1,000 rectangles.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/measure/outline.hpp"

namespace redline {

struct Deepest {
  double depth = 0;
  Point at;
  std::uint32_t edge = 0;  // the nearest
  Outline const* outline = nullptr;
};

double good_enough(double depth);  // deeper by the precision: 1 % or half a mm
double deepest_possible_after_search(Outline const& outline, Deepest& best);  // no point of it lies deeper

}  // namespace redline
