// The day that a table names above its header: that of which it speaks (截至2018年12月31日), else that on which it was
// filled in (填报时间：2018年12月31日). It serves rows that have no day of their own. Two different days of one kind
// serve nothing. year(): that of a title (2018年度治理情况表), for figures that are called those of the year.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/core/date.hpp"

namespace redline {

class DayAbove {
 public:
  void read(std::vector<std::string> const& cells);  // of a row above the header
  std::optional<Date> day() const;
  std::optional<int> year() const;  // the only one in the lines
  bool until() const { return m_speaks_of.size() == 1; }
  bool called_new() const { return m_called_new; }  // 本月, 年度, 新增

 private:
  std::set<Date> m_speaks_of, m_filled_in;
  std::set<int> m_years;
  bool m_called_new = false;
};

}  // namespace redline
