// SPDX-License-Identifier: Apache-2.0
#include "engine/basemap/zone_order.hpp"

#include <algorithm>
#include <array>

namespace redline {

int zone_rank(std::string_view zone) {
  static constexpr std::array<std::string_view, 9> ORDER{
      "core", "grade_1", "buffer", "grade_2", "experimental", "general_control", "quasi", "unzoned", "none"};
  if (zone == "zone_gap") return static_cast<int>(ORDER.size()) + 1;
  return static_cast<int>(std::find(ORDER.begin(), ORDER.end(), zone) - ORDER.begin());
}

std::string_view default_zone(std::string_view area_kind) { return area_kind == "nature_reserve" ? "unzoned" : "none"; }

}  // namespace redline
