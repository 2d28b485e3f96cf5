// PROJ's operation from a CRS of another datum to WGS 84, chosen once for all points of a layer: the best one in the
// area that can be computed with the grids installed, never a ballpark one. Where the CRS is in use in Xinjiang the
// area is Xinjiang, else the CRS's own. missing_grids names the grids that a better operation would need. Null object
// where there is no operation.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/crs/proj.hpp"

namespace redline::proj {

struct Operation {
  Object object;  // x = east, degrees or the unit of the CRS
  std::string name;
  std::optional<double> accuracy_m;
  std::vector<std::string> missing_grids;
};

Operation best_operation(PJ_CONTEXT* ctx, PJ* source, char const* target);

}  // namespace redline::proj
