// Lines of a printed list that are neither rows nor text to think about: "第 1 页 共 2 页" below a page, and titles
// that name one of several areas, 矿区二, 地块3：, 第一采区.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

bool is_page_number(std::string const& line);
std::string named_area(std::string const& line);  // 矿区二; empty: none

}  // namespace redline
