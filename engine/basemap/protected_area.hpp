// What is known of one protected area besides its ground. kind and zone are words of the architecture's table
// (nature_reserve, ecological_red_line, …; core, buffer, experimental, general_control, unzoned, zone_gap, grade_1, …,
// none).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "engine/core/date.hpp"

namespace redline {

struct ProtectedArea {
  std::string layer, id, kind, name, level, boundary_doc;
  std::optional<Date> designated_on, valid_from, valid_to;
  std::optional<double> accuracy_m;
  bool schematic = false;  // 示意: not the legal boundary
};

}  // namespace redline
