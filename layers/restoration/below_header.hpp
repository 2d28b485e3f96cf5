// Rows between a header and its data. numbers_columns(): 1 2 3…, 甲 乙 丙, A B C, (1) (2), 栏次, in order, perhaps
// with how they add up (5=3+4): passed over. with_units(): cells that are units alone (亩, （公顷）, 万元) go behind
// the headings that have none; none where a cell is something else, or no figure is given its unit.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace redline {

bool numbers_columns(std::vector<std::string> const& header, std::vector<std::string> const& cells);
std::optional<std::vector<std::string>> with_units(std::vector<std::string> header,
                                                   std::vector<std::string> const& cells);

}  // namespace redline
