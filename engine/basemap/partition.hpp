// Turns the boundary and the zones of one protected area into cells in which every point of ground has exactly one
// zone. Ground that several zones claim goes to the stricter one and is a finding (basemap.zone_overlap); ground of a
// zoned area that no zone covers becomes `zone_gap` (finding basemap.zone_gap); an area without zones is `unzoned`
// (reserves) or `none`; zones outside the boundary stay and are a finding (basemap.zone_outside). What GEOS cannot do
// is Error(input, basemap.failed). Areas of findings in m², exact. Slivers under 1 m² are not reported.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/basemap/cells.hpp"
#include "engine/basemap/protected_area.hpp"
#include "engine/core/finding.hpp"

namespace redline {

struct GroundFeature {  // one feature of the source: valid, polygonal, EPSG:4490
  std::string zone;     // empty: the boundary of the area as a whole
  Geometry geometry;
};

struct Ground {
  AreaCells cells;
  std::vector<Wkb>
      shapes;  // of cells.zones, one MultiPolygon each: the feature as given where nothing was taken from it
};

Ground partition(ProtectedArea const& area, std::vector<GroundFeature> features, Findings& findings);

}  // namespace redline
