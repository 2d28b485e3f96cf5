// The day that a table names above its header: that of which it speaks (截至2018年12月31日, 截至2018年底), else that on
// which it was filled in (填报时间：2018年12月31日, 日期：…). It serves rows that have no day of their own. Two
// different days of one kind serve nothing. latest(): that day, or else the one that stands alone in a line, in
// brackets behind the title (…台账（2018年12月）), in that of a 月报, 季报, or beside the office (day_beside.hpp): what
// lies behind it the table cannot know. period(): that of a title (2018年度治理情况表, 2018年10月月报), for figures
// that are called new in it.
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
  std::optional<Date> latest() const;
  std::string period() const;  // the only month or quarter in the lines, else the only year: 2018年10月, 2018年
  bool until() const { return m_speaks_of.size() == 1; }
  bool called_new() const { return m_called_new; }        // 本月, 年度, 新增
  std::string const& unread() const { return m_unread; }  // 截至… before what is no day

 private:
  std::set<Date> m_speaks_of, m_filled_in, m_labelled, m_bare, m_beside;
  std::set<int> m_years;
  std::set<std::string> m_months;
  std::string m_unread;
  bool m_called_new = false;
};

}  // namespace redline
