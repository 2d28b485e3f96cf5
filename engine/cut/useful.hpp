// Which of what remains anybody could use. keep_useful(): whole pieces that are too small or into which no circle of
// the useful width fits, and tails narrower than it, are taken out of `region` (frame of print steps) and listed.
// narrowest_place(): the narrowest neck of polygons, in metres: a circle of smaller diameter can be moved from any
// place where it fits to any other of the same piece, a larger one cannot; right within 1 %, for pieces of more than
// 300 corners also within 0.4 % of their largest circle. Bulges less than half
// again as wide as their mouth are no places of their own. A piece without a neck counts with its largest circle; of
// several pieces the narrowest counts.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/cut/cut.hpp"
#include "engine/cut/print_frame.hpp"

namespace redline {

Geometry keep_useful(Geometry region, PrintFrame const& frame, CutLimits const& limits, std::vector<CutPiece>& dropped);
double narrowest_place(Geometry const& region, PrintFrame const& frame);
Geometry widened(Geometry const& g, double distance, double mitre_limit);  // negative: narrowed; sharp corners

}  // namespace redline
