// A list that is folded to the right: further groups of number and two coordinates beside the first, whose heading
// (点号, X, Y) is written over the first one alone. headings_again() writes it over them as well, where nothing stands
// above their coordinates and rows hold a corner in both. Groups under other words (变更后X) stay as they are.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace redline {

std::vector<std::vector<std::string>> headings_again(std::vector<std::vector<std::string>> rows);

}  // namespace redline
