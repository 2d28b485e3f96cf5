// The sections [[layer]] of redline.toml as layer plans (docs/workspace.md). Paths become absolute or relative to the
// current folder; kinds and zones may be written in Chinese and come out as words of the ledger. The file of an enabled
// layer and of its coverage must exist. zones_of names another layer of areas, which has none itself; its kind counts
// where the layer of zones states none. `default_accuracy_m` counts for layers that state none. Errors: Error(input,
// "workspace.…") with file and line.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/run/plan.hpp"
#include "layers/workspace/strict_table.hpp"

namespace redline {

std::vector<LayerPlan> read_layers(StrictTable const& top, std::string const& directory,
                                   std::optional<double> default_accuracy_m);
std::string in_folder(std::string const& directory,
                      std::string const& path);         // absolute paths, PG:… and /vsi… stay as they are
bool source_exists(std::string const& path_and_layer);  // true also for what is no plain file

}  // namespace redline
