// Titles among the words before a corner: 矿区二 of "圈定；矿区二（面积0.03平方公里）由", 扣除 of "；扣除：".
// ends_ring(): they say that what was enclosed is over, or name something else (圈定；由, 另一区). unread_number():
// words between two corners hold a number that is none of a title, an area or a height.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

std::string title_in(std::string const& words);  // the last one; empty: none
bool is_number_alone(std::string const& title);  // (1), （二）, 二: of which nobody knows whether it is a hole
bool ends_ring(std::string const& words);
bool names_more_than_corners(std::string const& words);  // 工业场地: of what follows; not 拐点, 点号, 其中
std::string without_marks(std::string const& words);     // 工业场地 of "；工业场地："
bool unread_number(std::string const& words);

}  // namespace redline
