// The corners of a right as one cell of a register writes them out: 1,X,Y；2,X,Y；…, or in any other way of a printed
// list, parted by semicolons, spaces or lines. None: the cell is not meant as corners. Lines that failed say why.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

bool is_written_cell(std::string const& cell);  // all its corners can be read
std::optional<CornerList> corners_of_cell(std::string const& cell);
std::optional<Message> failure_of(CornerList const& cell);
Findings findings_in_line(CornerList const& cell, int line);
// All as corners of one parcel in that line of the register.
std::vector<CornerRing> rings_in_line(CornerList const& cell, int line);

}  // namespace redline
