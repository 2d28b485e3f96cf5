// What a name that stands over several columns, or a part of it, says of the figures below: 本年完成 (new), 累计完成
// (a running sum), 合计 (the sum of its neighbours), 2017年 (of that year), 计划 (not done at all). Else `other`.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "engine/restoration/book.hpp"

namespace redline {

enum class GroupKind { other, increment, running, total, year, plan };

struct HeaderGroup {
  GroupKind kind = GroupKind::other;
  int year = 0;
  bool in_time() const { return kind == GroupKind::increment || kind == GroupKind::running || kind == GroupKind::year; }
};

HeaderGroup header_group(std::string const& text);

// 本月, 本季, 本年 in front of a name: new in that month, quarter, year, and how it is written; fresh: new, of whatever
// time.
struct NewIn {
  Basis basis = Basis::fresh;
  std::string word;  // 本月, 本季, 本年, 本期, 新增; empty: not called new
};
NewIn new_in(std::string const& heading);

// The last months of the quarters, halves or months of a year that a name gives: 一季度, 2018年上半年, 3月份.
struct PartOfYear {
  int year = 0;               // 0: not said
  int month = 0, months = 0;  // its last one, and how many; 0: no such name
  std::string name;           // without the year: 上半年
};
PartOfYear part_of_year(std::string const& name);

std::string without_done(std::string const& name);  // 治理面积 of 已治理面积, 完成治理面积

// 治理面积 of 本年完成治理面积, 年度新增治理面积, 累计已治理面积, and whether it is new or a running sum; else `other`.
struct TimedName {
  GroupKind kind = GroupKind::other;
  std::string name;
};
TimedName timed_name(std::string const& name);

// 2017年治理面积, 2017年度/治理面积: the year, and what its figures are. 截至2017年底累计治理面积,
// 截至2017年底/累计治理面积: a running sum at the end of that day. 2018年一季度治理面积, 2018年一季度/治理面积: a part
// of the year. Year 0: no such heading.
struct YearHeading {
  int year = 0;
  std::string name;              // with its unit
  std::optional<Date> day = {};  // of a running sum
  int month = 0, months = 0;     // of a part of the year: its last one, and how many
};
YearHeading year_heading(std::string const& text);
std::string day_of_running(std::string const& group);  // 2017年底 of 截至2017年底累计完成; empty: it names none

}  // namespace redline
