// What the staked cut may do, in one place.
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace redline {

struct CutLimits {
  double extra_share = 0.01;   // free ground that may be given up, of what the exact cut gives up and of what it leaves
  double useful_m2 = 100;      // a smaller piece is dropped: 0.0001 km², the last digit a licence prints
  double useful_width_m = 2;   // a piece into which no circle of this diameter fits is dropped, and so are tails
  double edge_bound_m = 0.01;  // how far the lines read back may lie from the straight lines of the printed CRS
  int rounds = 8;              // each keeps twice the distance from protected ground that the one before kept
  int block_tolerance_ms = 3;  // thousandths of a second: corners of blocks may lie that far from the graticule
};

}  // namespace redline
