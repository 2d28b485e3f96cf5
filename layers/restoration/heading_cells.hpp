// What the cells of a row say of it that stands below a header: of_data() (a digit that is part of no year and no
// unit), divides() (a heading under one that stands over one column alone: 治理面积 under 2017年, 验收面积 under a name
// that is none of a column), looks_like_headings(): at least two of its cells, and most of them, are headings or units,
// or nothing but words stands under bare years. Cells that repeat the heading above them are passed over.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/restoration/header_rows.hpp"

namespace redline {

bool of_data(std::string const& cell);
bool divides(std::string const& upper, std::string const& lower, Known const& known);
bool looks_like_headings(std::vector<std::string> const& header, std::vector<std::string> const& cells,
                         Known const& known);

}  // namespace redline
