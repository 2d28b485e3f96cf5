// Rows between a header and its data. numbers_columns(): 1 2 3…, 甲 乙 丙, A B C, (1) (2), 栏次, in order, perhaps
// with how they add up (5=3+4): passed over. unit_alone(): 亩 of 亩, （亩）, 单位：亩, also 万元 and 个; empty: no
// unit. with_unit(): the heading with the unit in the cell below it, 万元 changes nothing; none where it is no unit, or
// another one than the heading has. with_units(): of a row of such cells; none where one has none, or no figure's unit
// is said.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace redline {

bool numbers_columns(std::vector<std::string> const& header, std::vector<std::string> const& cells);
std::string unit_alone(std::string const& cell);
std::optional<std::string> with_unit(std::string const& heading, std::string const& cell);
std::optional<std::vector<std::string>> with_units(std::vector<std::string> header,
                                                   std::vector<std::string> const& cells);

}  // namespace redline
