// What stands between two corners of a printed list where a ring may end although the numbers go on, weakest first: a
// page break (a page number, a heading or title again), an empty or foreign line, another prefix of the names (1-4,
// 2-1; A4, B1), a column of remarks that names another area, a title that numbers an area.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>

namespace redline {

enum class PartedBy { page, gap, prefix, column, title };

struct Parting {
  std::size_t at = 0;  // the corner behind it
  PartedBy by = PartedBy::gap;
  std::string title = {};  // of title and column
  int line = 0;            // what parts
};

inline bool is_strong(Parting const& p) { return p.by >= PartedBy::prefix; }

}  // namespace redline
