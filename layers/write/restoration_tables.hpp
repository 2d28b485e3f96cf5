// The layers of restoration for maps (`restoration report --gpkg`), EPSG:4490, in this order. restoration_ground: at
// any day each m² of a reserve has one class; restoration_sites: a point inside each site that has polygons, with the
// stage it had reached. Rows hold from valid_from to valid_to, both days included; no end: still so. Areas in m².
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "layers/write/geopackage_table.hpp"

namespace redline {

enum RestorationTable : std::size_t { RESTORATION_GROUND, RESTORATION_SITES, RESTORATION_STYLES };

std::vector<TableSpec> const& restoration_tables();

}  // namespace redline
