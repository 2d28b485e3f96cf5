// The existing rights of a run (layers of activities of mining and exploration rights) whose boxes touch one of the
// boxes given, in EPSG:4490, or that have one of the licence numbers. Features that cannot be used are findings and
// rows of their layer, as in the overlay.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <string>
#include <vector>

#include "engine/screen/rights.hpp"
#include "layers/run/basemap_run.hpp"

namespace redline {

struct WantedRights {
  std::vector<Bounds> boxes;
  std::set<std::string> licences;  // in large letters: wherever they lie
};

bool holds_rights(LayerPlan const& layer);
std::vector<ExistingRight> read_rights(OpenLayers& layers, RunPlan const& run, WantedRights const& wanted,
                                       Findings& findings);

}  // namespace redline
