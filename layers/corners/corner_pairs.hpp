// Rows with two corners or more. They run across where the second one's number follows the first one's, else down the
// first column and then down the next, of which some may be shorter. A row that holds fewer corners than the columns
// fills those whose numbers go on.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/corners/corner_list.hpp"

namespace redline {

struct ListedCorner {
  Corner corner;
  std::string mark;
};

double running_number(std::string const& given);  // 7 of J7
ListedCorner listed_corner(int line, std::string const& name, std::string const& mark, std::string const& first,
                           std::string const& second);

class CornerPairs {
 public:
  void add(std::vector<ListedCorner> row);
  bool goes_on(std::string const& name) const;      // the corner of that name is the next of a column
  bool ends_before(std::string const& name) const;  // of the last column, down which it runs: another page begins
  bool empty() const { return m_columns.empty(); }
  std::size_t width() const { return m_columns.size(); }
  bool across() const;  // not empty
  int line() const { return m_columns[0].front().corner.line; }
  std::vector<ListedCorner> take();  // in their order; empty from then on

 private:
  std::size_t column_of(ListedCorner const& c, std::size_t from, std::size_t last) const;

  std::vector<std::vector<ListedCorner>> m_columns;
  std::vector<ListedCorner> m_rows;  // as they stand
};

}  // namespace redline
