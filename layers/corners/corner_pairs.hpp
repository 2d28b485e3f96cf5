// Rows with two corners each. They run across where the second one's number follows the first one's, else down the left
// column and then down the right one, which may be shorter by one.
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
  void add(ListedCorner left, ListedCorner right);
  void add_left(ListedCorner left) { m_left.push_back(std::move(left)); }
  bool goes_on(std::string const& name) const;  // the corner of that name is the next of the left column
  bool empty() const { return m_left.empty(); }
  bool across() const;  // not empty
  int line() const { return m_left.front().corner.line; }
  std::vector<ListedCorner> take();  // in their order; empty from then on

 private:
  std::vector<ListedCorner> m_left, m_right;
};

}  // namespace redline
