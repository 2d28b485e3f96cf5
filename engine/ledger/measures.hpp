// The measures of a record: areas of a right side by side, and the area of an overlap by the method the user chose.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/ledger/assess.hpp"
#include "engine/overlay/overlap.hpp"

namespace redline {

inline constexpr double LEAST_ACCURACY_M = 0.02;  // nothing is certain below it

void measure_activity(Activity const& activity, ActivityRow& row);
double overlap_area_m2(Overlap const& overlap, AreaMethod method);
std::string conflict_id(ActivityAttributes const& a, ProtectedArea const& area, std::string const& zone);
std::string certainty(Basemap const& basemap, Overlap const& overlap, std::optional<double> activity_accuracy_m);

}  // namespace redline
