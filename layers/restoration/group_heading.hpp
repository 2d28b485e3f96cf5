// Headings of groups of rows and their numbers, as offices rank them: 一、 above （一） above 1、 above （1）.
// HeadingRanks::place() tells the rank at which a heading stands among those before it: that of its form, unless its
// number goes on with the count of another one (一、 （二） 三、 are of one rank); UNSURE where it goes on with none.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <string>

namespace redline {

constexpr int RANKS = 4, UNSURE = -1;

struct GroupHeading {
  int rank = 0, number = 0;  // rank 0: no number in front
  std::string text;
};
GroupHeading group_heading(std::string const& cell);
GroupHeading numeral_alone(std::string const& cell);  // 一, （二）, 三、; else rank 0

class HeadingRanks {
 public:
  int place(GroupHeading const& heading);

 private:
  std::array<int, RANKS + 1> m_last{};  // number of each rank; 0: none yet
};

}  // namespace redline
