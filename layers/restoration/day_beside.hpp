// The day of a table that stands above its header without a label of its own: behind 日期： or 时间：, beside the
// office or the unit in one cell (若羌县自然资源局（盖章） 2018年12月31日, 2018年12月31日 单位：公顷), behind a title
// (…台账2018年12月31日), in 至2018年12月31日, 2018年12月31日更新. Not the day of a letter, a notice, an inspection or a
// deadline in running text.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <string>

#include "engine/core/date.hpp"

namespace redline {

std::string spelled_days(std::string const& cell);  // 2018年12月31日 of 20181231
void find_labelled(std::string const& text, std::set<Date>& out);
void find_beside(std::string const& cell, std::set<Date>& out);

}  // namespace redline
