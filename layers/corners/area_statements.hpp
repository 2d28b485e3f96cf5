// The areas that a line of text states, and what the words before each say it is the area of: 面积0.01平方公里, S=…,
// 合计…; 矿区一面积 and 扣除面积 in one line. Of words that name another thing (保护区面积, 原面积, 其中耕地面积) it is
// not that of the corners; of words that are not known it may be.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/corners/corner_list.hpp"

namespace redline {

struct StatedArea {
  double m2 = 0, step_m2 = 0;  // of its last printed place
  std::string words;           // before it
  AreaOf of = AreaOf::parcel;
  bool total = false;
  bool alone = false;       // the line begins with it
  std::string number = {};  // as printed, where it has no unit; m2 is then as of km²
};

inline bool is_of_corners(AreaOf of) { return of != AreaOf::other && of != AreaOf::deducted; }

std::vector<StatedArea> area_statements(std::string const& line);
std::vector<StatedArea> areas_without_unit(std::string const& line);  // 矿区面积0.6127, not those of other things
std::string titled_area(
    std::string const& line);  // 矿区一 of 矿区一（面积0.01平方公里，标高1200-900米）; empty: no title
bool is_area_line(std::string const& line);  // it says nothing else

}  // namespace redline
