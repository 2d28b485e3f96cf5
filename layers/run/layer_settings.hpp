// The layers of a run without a workspace, kept in its manifest so that the run can be repeated: rows layer.1, layer.2,
// … with what the command line said of each, as JSON. layers_of_settings() is the way back; empty where there are none.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "layers/run/plan.hpp"

namespace redline {

using ManifestRows = std::vector<std::pair<std::string, std::string>>;

ManifestRows layer_settings(std::vector<LayerPlan> const& layers);
std::vector<LayerPlan> layers_of_settings(ManifestRows const& manifest);

}  // namespace redline
