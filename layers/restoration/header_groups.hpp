// What a name that stands over several columns, or a part of it, says of the figures below: 本年完成 (new), 累计完成
// (a running sum), 合计 (the sum of its neighbours), 2017年 (of that year), 计划 (not done at all). Else `other`.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "engine/core/date.hpp"

namespace redline {

enum class GroupKind { other, increment, running, total, year, plan };

struct HeaderGroup {
  GroupKind kind = GroupKind::other;
  int year = 0;
  bool in_time() const { return kind == GroupKind::increment || kind == GroupKind::running || kind == GroupKind::year; }
};

HeaderGroup header_group(std::string const& text);

std::string without_done(std::string const& name);  // 治理面积 of 已治理面积, 完成治理面积

// 治理面积 of 本年完成治理面积, 年度新增治理面积, 累计已治理面积, and whether it is new or a running sum; else `other`.
struct TimedName {
  GroupKind kind = GroupKind::other;
  std::string name;
};
TimedName timed_name(std::string const& name);

// 2017年治理面积, 2017年度/治理面积: the year, and what its figures are. 截至2017年底累计治理面积,
// 截至2017年底/累计治理面积: a running sum at the end of that day. Year 0: no such heading.
struct YearHeading {
  int year = 0;
  std::string name;              // with its unit
  std::optional<Date> day = {};  // of a running sum
};
YearHeading year_heading(std::string const& text);
std::string day_of_running(std::string const& group);  // 2017年底 of 截至2017年底累计完成; empty: it names none

}  // namespace redline
