// Rows among corners that have coordinates and are none: 中心点, 井口, 平均. names_no_corner(): words that never name a
// corner. settle_names(): what stands behind numbered corners under another name without a number is kept where only so
// the declared area fits, left out where it fits only without; else the one that does not cross itself, and where
// numbered corners follow it is kept; that leaves a doubt.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/corners/line_book.hpp"
#include "layers/corners/ring_choice.hpp"

namespace redline {

bool is_void_corner(std::vector<std::string> const& row);  // 作废 in a row with coordinates
bool names_no_corner(std::string const& name, bool may_have_digits);
void leave_out(int line, std::string const& name, LineBook& book);  // with a warning
void settle_names(std::vector<CornerRing>& rings, SaidOfRings const& said, LineBook& book);

}  // namespace redline
