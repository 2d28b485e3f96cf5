// Protected ground around an application, as cut() wants it: the cells of the basemap within a metre or so of `box`
// (longitude/latitude) that belong to zones for which `leave` holds.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "engine/basemap/basemap.hpp"

namespace redline {

using LeaveZone = std::function<bool(std::size_t area, std::string const& zone)>;

std::vector<Geometry> protected_cells(Basemap const& basemap, Bounds const& box, LeaveZone const& leave);

}  // namespace redline
