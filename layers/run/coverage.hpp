// The declared coverage of a layer, from WKT or a file of polygons, as WKB in EPSG:4490; empty where none is declared.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/run/plan.hpp"

namespace redline {

bool is_wkt(std::string const& coverage);  // else it names a file
Wkb read_coverage(LayerPlan const& layer, RunPlan const& run);

}  // namespace redline
