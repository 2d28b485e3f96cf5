// Rows that hold several corners beside each other: number, X, Y, number, X, Y, two or more, by their heading, which
// may have further columns (边长), or by what they hold. Under a heading the corners of a row may be fewer. Not so
// where the pairs are one corner on several datums. Pairs without numbers are none: nobody can tell their order;
// lacks_numbers() knows them, and far_apart() two pairs under one number that no change of datum can explain.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_pairs.hpp"
#include "layers/corners/printed_row.hpp"

namespace redline {

// `cells` without empty ones, `all` as the heading counts them. Empty: no such row.
std::vector<ListedCorner> several_corners(int line, std::vector<std::string> const& cells,
                                          std::vector<std::string> const& all,
                                          std::optional<CornerColumns> const& columns);
// The one whose corner alone stands in the row.
CornerBlock const& block_of(CornerColumns const& columns, std::vector<std::string> const& all);
bool holds_several(std::vector<std::string> const& cells);
bool lacks_numbers(std::vector<std::string> const& cells);
bool far_apart(CornerColumns const& columns, std::vector<std::string> const& all);

}  // namespace redline
