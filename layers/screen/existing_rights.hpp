// The existing rights of a run (layers of activities of mining and exploration rights) whose boxes touch one of the
// boxes given, in EPSG:4490. Features that cannot be used are findings and rows of their layer, as in the overlay.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/screen/rights.hpp"
#include "layers/run/basemap_run.hpp"

namespace redline {

bool holds_rights(LayerPlan const& layer);
std::vector<ExistingRight> read_rights(OpenLayers& layers, RunPlan const& run, std::vector<Bounds> const& wanted,
                                       Findings& findings);

}  // namespace redline
