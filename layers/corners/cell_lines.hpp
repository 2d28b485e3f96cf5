// A table of corners pasted with each cell on a line of its own, as Word does: 点号, X, Y below each other, then number
// and two coordinates in turn. whole_lines() gives each row as one line, where its last cell stood, its cells by tabs;
// the lines of the others are `moved`. Only where every row is whole; else, as where there is none, whole_brackets().
// looks_like_lone_cells(): most lines are lone numbers, so that a table was meant.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/corners/whole_brackets.hpp"

namespace redline {

std::vector<WholeLine> whole_lines(std::vector<std::string> const& lines);
bool looks_like_lone_cells(std::vector<std::string> const& lines);

}  // namespace redline
