// Protected areas from their layers into a basemap builder: mapped, normalised, filtered by date and by
// --reserve; every feature counted. Gives how many features --reserve left out: one finding says so, the row ledger
// names each. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/basemap/basemap.hpp"
#include "layers/run/layer_input.hpp"
#include "layers/run/reserve_names.hpp"

namespace redline {

std::uint64_t load_areas(LayerInput& input, RunPlan const& run, ReserveNames& names, Basemap::Builder& builder,
                         Findings& findings);

}  // namespace redline
