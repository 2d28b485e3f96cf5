// Protected areas from their layers into a basemap builder: mapped, normalised, filtered by date; every feature counted.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/basemap/basemap.hpp"
#include "layers/run/layer_input.hpp"

namespace redline {

void load_areas(LayerInput& input, RunPlan const& run, Basemap::Builder& builder, Findings& findings);

}  // namespace redline
