// Minerals as registers and licences write them (铜矿、金；建筑用砂 (原生); oil and gas), read by the names of a rule
// set, the longest first. A part between signs such as 、 that holds a word of an exception (oil and gas, uranium,
// strategic) belongs to its class; another belongs to a class only where it is understood in whole (铁 does not name
// 地铁). What stands before 用 (饰面用) is a use. classes: a bit for each class named; unknown: a part that is stated
// and not known. says_no_mineral: a word for forms of ore, uses and signs.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

#include "engine/rules/model.hpp"

namespace redline::rules {

struct MineralReading {
  std::uint32_t classes = 0;
  bool unknown = false;
};

MineralReading read_minerals(std::string_view text, Names const& names);
bool says_no_mineral(std::string_view word);

}  // namespace redline::rules
