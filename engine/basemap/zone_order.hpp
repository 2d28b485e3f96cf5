// The order of zones from strict to lenient, by which ground that two zones claim is counted once, in the stricter one.
// core > grade_1 > buffer > grade_2 > experimental > general_control > quasi > unzoned > none > zone_gap. Unknown words
// come just before zone_gap. default_zone: what ground is called where the source names no zone (unzoned for reserves,
// else none).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace redline {

int zone_rank(std::string_view zone);  // 0 is the strictest
std::string_view default_zone(std::string_view area_kind);

}  // namespace redline
