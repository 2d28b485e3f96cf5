// The declared coverage of a layer, from WKT or a file of polygons, as WKB in EPSG:4490; empty where none is declared.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/run/plan.hpp"

namespace redline {

bool is_wkt(std::string const& coverage);             // else it names a file
std::string coverage_sha256(LayerPlan const& layer);  // of the file; empty where there is none
Wkb read_coverage(LayerPlan const& layer, RunPlan const& run);

}  // namespace redline
