// Findings by which a boundary may lie elsewhere. `decided`: what the user said of it. A list whose coordinate system
// is in doubt is not taken in without a word of the user; --accept settles what was found, but for eastings of several
// zones and for how degrees are written, which --degrees settles; --crs alone settles nothing that speaks against it.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/core/finding.hpp"

namespace redline {

struct PlaceDecided {
  bool crs = false, accept = false;
};

bool doubts_place(Findings const& findings, PlaceDecided decided);

}  // namespace redline
