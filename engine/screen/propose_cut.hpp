// The cut that would free an application of protected ground, for the model: of every zone in which it has a conflict
// that is not allowed. The cut is overlaid with the whole basemap once more; one that meets such a zone again counts as
// failed. `clear_from_m`: the accuracies of both sides, 0 where not stated. What it has to say comes as findings. none
// where no zone has to be left.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <utility>

#include "engine/basemap/basemap.hpp"
#include "engine/crs/transformation.hpp"
#include "engine/overlay/activity.hpp"
#include "engine/screen/screening.hpp"

namespace redline {

using ZonesToLeave = std::set<std::pair<std::size_t, std::string>>;  // area of the basemap, zone

std::optional<ScreenedCut> propose_cut(Basemap const& basemap, Activity const& activity, Transformation const& printed,
                                       ZonesToLeave const& leave, double clear_from_m, Findings& findings);

}  // namespace redline
