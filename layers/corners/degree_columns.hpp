// Degrees, minutes and seconds in columns of their own: 83 | 00 | 48.281. A heading names them (经度度 经度分 经度秒,
// or 经度 over 度 分 秒); without one a row is told by its numbers: two such groups, a longitude of 73–136 and a
// latitude of 3–54 degrees. folded() makes one cell of each group, 83°00′48.281″, with ? for an empty one; it is then
// read, and refused, as any other coordinate.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace redline {

struct DegreeGroup {
  std::size_t at = 0, width = 3;  // width 2: degrees and minutes
};
using DegreeGroups = std::vector<DegreeGroup>;

DegreeGroups degree_groups(std::vector<std::string> const& heading);  // an even number, or none
std::vector<std::string> folded_heading(std::vector<std::string> const& heading, DegreeGroups const& groups);
std::vector<std::string> folded(std::vector<std::string> const& row, DegreeGroups const& groups);
bool names_units(std::vector<std::string> const& cells);  // 度 分 秒 度 分 秒 and nothing else
// The row of units under a heading as one heading; nothing where the cells of the two do not stand under each other.
std::optional<std::vector<std::string>> over_units(std::vector<std::string> above,
                                                   std::vector<std::string> const& units);
// Number, perhaps ring, latitude and longitude of a row without heading.
std::optional<std::vector<std::string>> folded_row(std::vector<std::string> const& row);

}  // namespace redline
