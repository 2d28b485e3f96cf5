// Tables that stand beside each other, each under a title of its own (变更前 | 变更后, 甲煤矿 | 乙煤矿, also as words
// before 点号, X and Y) with numbers of its own. They are read as if they stood one below the other: `rows` are those
// from `first` to `last` in that order, with the cells of one table and the others empty. Titles of one list whose
// corners run on beside each other, and those of datums, are none. Where titles name several outlines and the numbers
// run across, `rows` is empty: nobody can tell whose a corner is.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace redline {

struct RowOfTable {
  std::size_t row = 0;  // from 0
  std::vector<std::string> cells;
};

struct TablesBeside {
  std::size_t first = 0, last = 0;
  std::vector<std::string> titles;
  std::vector<RowOfTable> rows;
};

std::vector<TablesBeside> tables_beside(std::vector<std::vector<std::string>> const& rows);
std::vector<std::vector<std::string>> cells_of_lines(std::vector<std::string> const& lines);

// read(i) for each row but those of such tables: those to.tables(t), or to.doubt(t) before them where t.rows is empty.
template <class To, class Read>
void each_row(std::vector<std::vector<std::string>> const& rows, To& to, Read const& read) {
  auto const tables = tables_beside(rows);
  auto next = tables.begin();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    bool const here = next != tables.end() && i == next->first;
    if (here && next->rows.empty())
      to.doubt(*next++);
    else if (here) {
      to.tables(*next), i = next++->last;
      continue;
    }
    read(i);
  }
}

}  // namespace redline
