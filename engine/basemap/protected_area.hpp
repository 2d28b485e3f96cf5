// What is known of one protected area besides its ground. kind and zone are words of the architecture's table
// (nature_reserve, ecological_red_line, …; core, buffer, experimental, general_control, unzoned, zone_gap, grade_1, …,
// none).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "engine/core/possible_days.hpp"

namespace redline {

struct ProtectedArea {
  std::string layer, id, kind, name, level, boundary_doc;
  std::optional<PossibleDays> designated_on;
  std::optional<Date> valid_from, valid_to;
  std::optional<double> accuracy_m;
  bool schematic = false;  // 示意: not the legal boundary

  bool designated_after(Date day) const {  // perhaps, and nothing says that it holds before
    return designated_on && designated_on->last > day && !valid_from;
  }
};

}  // namespace redline
