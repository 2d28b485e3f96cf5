// What a row says of its polygon, compared with it: the area (5 % and 1 m² apart), and the zone, where the reserve that
// the row names has zones. `pieces`: the ground placed, by reserve and zone. Findings: restoration.figure_differs,
// .zone_contradicts. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/claims.hpp"

namespace redline {

using Where = std::pair<std::string, std::string>;  // reserve, zone

void compare_with_polygon(Polygon const& p, std::map<Where, Geometry> const& pieces, Findings& findings);

}  // namespace redline
