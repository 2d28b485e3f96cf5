// Lines of a printed list that are neither rows nor text to think about: "第 1 页 共 2 页" below a page, and titles
// that name one of several areas, 矿区二, 地块3：, 第一采区, 甲矿, （二）, 北区范围; and what titles and columns say of
// rings.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

bool refers_elsewhere(std::string const& line);  // 其余拐点见附表, （略）, ……: corners that are not here
bool is_page_number(std::string const& line);
std::string named_area(std::string const& line);             // 矿区二; empty: none
bool is_area_word(std::string const& text);                  // ends in 区, 矿, 块段 or the like
bool is_part_word(std::string const& text);                  // so, or 变更前, 变更后
bool is_deducted(std::string const& text);                   // 扣除范围: the ring is a hole
bool counts_rings(std::string const& text);                  // 第二圈, 圈2
bool is_bare_number(std::string const& text);                // (2), 二: of a ring or of an area
std::string number_of_area(std::string const& bare_number);  // (2), 二 of 二、
bool names_own_range(std::string const& text);  // 资源储量估算范围, 变更后: whatever lies there, it is no hole
bool is_page_text(std::string const& text);  // what a licence prints on each page: 副本, 附页, 有效期限, …公司
std::string bare_title(std::string const& text);  // without what stands in brackets
std::string without_colon(std::string const& line);
bool goes_on_here(std::string const& text);  // 续表, 接上页

}  // namespace redline
