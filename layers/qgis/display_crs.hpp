// The coordinate system a map of some ground is shown in: within 3° of longitude of China's the 3-degree Gauss-Krüger
// zone (EPSG), else Albers' equal-area conic on CGCS2000 with standard parallels a sixth inside the ground, whole
// degrees. Data stay EPSG:4490. `shown`: the ground's box in that system, easting first.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/geometry/bounds.hpp"

namespace redline {

struct DisplayCrs {
  std::string authority, wkt;  // authority: empty for Albers; wkt: WKT2:2019, always
  Bounds shown;
};

DisplayCrs display_crs(Bounds const& ground);
std::string wkt_of_epsg(int code);

}  // namespace redline
