// The files that runs of a workspace read: redline.toml, rules, register and aliases, decisions, counties, the sources
// of all layers with their coverage (also of those not in use), styles, the restoration ledger and its words. Where
// redline.toml cannot be used, all files that it names.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/run/plan.hpp"

namespace redline {

std::string named_file(
    std::string const& source);  // FILE of FILE[:LAYER]; as it is written where it cannot be found out
std::vector<std::string> workspace_inputs(std::string const& directory);
std::vector<std::string> plan_inputs(RunPlan const& plan);  // of the plan, and of its workspace where it has one
std::string workspace_around(std::string const& file);      // the nearest one upwards from where it lies; or empty

}  // namespace redline
