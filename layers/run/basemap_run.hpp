// The basemap of a run and what it takes to judge against it, for every command that does so. open_layers: the layers
// of the plan that are in use on the day, opened; the others noted (disabled, expired) with a finding. Two of one name
// are Error(input, run.duplicate_layer), none of areas run.no_areas. build_basemap reads all areas, into the ledger too
// where there is one, and notes each layer's status in `checked`; no usable area is run.no_areas_left. With `prepared`,
// the layers it holds are neither opened nor read: it gives what doing so gave. It outlives the OpenLayers.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <vector>

#include "engine/basemap/basemap.hpp"
#include "layers/run/layer_input.hpp"
#include "layers/run/prepared_areas.hpp"
#include "layers/run/register_check.hpp"
#include "layers/run/reserve_names.hpp"
#include "layers/write/ledger_writer.hpp"

namespace redline {

struct OpenLayers {
  std::vector<std::unique_ptr<LayerInput>> areas, activities;
  std::vector<CheckedLayer> checked;
  std::vector<LeftOut> left_out;  // by --reserve
  std::vector<LayerRow> not_used;
  PreparedAreas const* prepared = nullptr;
  std::vector<Findings> of_opening;  // of `areas`, one by one
};

RuleSet load_rules(RunPlan const& plan);
bool layer_in_use(LayerPlan const& layer, RunPlan const& run);
OpenLayers open_layers(RunPlan const& plan, Findings& findings, PreparedAreas const* prepared = nullptr);
Basemap build_basemap(OpenLayers& layers, RunPlan const& plan, ReserveNames& names, LedgerWriter* ledger,
                      Findings& findings, DayRange* days = nullptr);
AssessOptions assess_options(RunPlan const& plan, std::vector<CheckedLayer> checked, RegisterCheck const& of_register);
std::vector<std::string> coverage_not_stated(std::vector<CheckedLayer> const& checked);

}  // namespace redline
