// What the person at the terminal is told of the layers: warnings about a layer as a whole, which say that it was read,
// placed or used otherwise than one would expect. other_zones() gathers the features whose zone number contradicts
// the CRS of their layer (crs.other_zone) into one finding for each layer.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/core/finding.hpp"

namespace redline {

Findings layer_warnings(Findings const& all);
Findings other_zones(Findings const& all);

}  // namespace redline
