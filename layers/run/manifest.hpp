// The manifest: everything a ledger was computed from and with, nothing volatile, as key and value rows in a fixed
// order.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "engine/rules/rule_set.hpp"
#include "layers/run/plan.hpp"
#include "layers/run/reserve_names.hpp"

namespace redline {

std::vector<std::pair<std::string, std::string>> manifest(
    RunPlan const& plan, RuleSet const& rules, std::vector<LayerRow> const& layers, ReserveNames const& names,
    std::string const& decisions_sha256, std::vector<std::pair<std::string, std::string>> const& styles = {});

}  // namespace redline
