// Nature reserves that count as not zoned though their zones are near at hand, so that no verdict is sure that is not
// the same in every zone (Evidence::zones_not_given): words of zones in their layer that were not read
// (run.zone_column_unread, run.zone_word_unread), or areas with zones that bear the same name or cover nearly all of
// their ground (run.zones_beside, told here once a layer).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/basemap/basemap.hpp"
#include "layers/run/reserve_names.hpp"

namespace redline {

void find_open_zones(Basemap const& basemap, ReserveNames const& names, Findings& findings,
                     std::vector<bool>& zones_not_given);

}  // namespace redline
