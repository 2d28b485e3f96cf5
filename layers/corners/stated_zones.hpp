// The zones that a list states: in its header and titles, and in columns of its rows (带号, 中央子午线).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layers/corners/corner_list.hpp"

namespace redline {

bool names_zones(std::string const& heading);  // of a column
// 28, 28带 and 3度带28带 are numbers; 84 and 84°E are meridians, also under 带号.
std::optional<SaidZone> zone_of_cell(std::string const& heading, std::string const& cell);
void add_zone(std::vector<SaidZone>& all, SaidZone one);   // each once
std::optional<int> stated_number(CornerList const& list);  // in columns
std::optional<double> stated_meridian(CornerList const& list);
int number_of(SaidZone const& zone);               // of a meridian that of its 3° zone
Findings contested_zones(CornerList const& list);  // numbers that differ, and meridians that do

}  // namespace redline
