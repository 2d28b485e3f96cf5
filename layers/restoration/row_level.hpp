// The rank of a row by the number in front of its site, as offices rank them: 一 above （一） above 1 above （1）, ①
// above 1.1, 1-1. 0: no number. A name may have it in its own cell (一、哈密市), which `name` is without.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/row_columns.hpp"

namespace redline {

struct RowLevel {
  int rank = 0;
  std::string name;         // of the site, without its number
  bool unnumbered = false;  // no number, and nothing in its place
};
int rank_of_number(std::string const& cell);  // that holds a number alone; 0: it does not
RowLevel level_of(std::vector<std::string> const& cells, RowColumns const& columns);

}  // namespace redline
