// Whether words hold a number as long as a coordinate that may be one: 4994500.00, 2842205O.00, 83°00′. What has such
// numbers of its own is none: telephones, days, licences, sheets of maps, meridians, areas, heights. names_corner(): a
// word that numbers one, 5, J5, 拐点5, 5号点. meant_as_corner(): the number of a corner right before a coordinate, or a
// label or a coordinate right at the start, and a second coordinate behind: a row of a list, whatever else is in it, or
// in a sentence (圈定：1、X=…).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

bool hides_coordinate(std::string const& words);
bool names_corner(std::string const& word);
bool meant_as_corner(std::string const& line);

}  // namespace redline
