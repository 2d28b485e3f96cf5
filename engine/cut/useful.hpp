// Which of what remains anybody could use. keep_useful(): whole pieces that are too small or into which no circle of
// the useful width fits, and dead ends and long necks narrower than it, are taken out of `region` (frame of print
// steps) and listed. narrowest_place(): the narrowest place of polygons (see narrow.hpp) in metres and
// longitude/latitude; of several pieces that of the narrowest. Pieces of more than 300 corners are measured on outlines
// drawn within 0.4 % of the width.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/cut/cut.hpp"
#include "engine/cut/narrow.hpp"
#include "engine/cut/print_frame.hpp"

namespace redline {

Geometry keep_useful(Geometry region, PrintFrame const& frame, CutLimits const& limits, std::vector<CutPiece>& dropped);
NarrowPlace narrowest_place(Geometry const& region, PrintFrame const& frame);

}  // namespace redline
