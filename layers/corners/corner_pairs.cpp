// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/corner_pairs.hpp"

#include <algorithm>
#include <utility>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/printed_row.hpp"

namespace redline {

double running_number(std::string const& given) {  // 7 of J7
  auto const name = corner_name(given);
  return number_of_cell(name.substr(std::min(name.find_first_of("0123456789"), name.size()))).value_or(0);
}

ListedCorner listed_corner(int line, std::string const& name, std::string const& mark, std::string const& first,
                           std::string const& second) {
  auto const value = [](std::string const& s) { return number_of_cell(narrow(s)).value_or(0); };
  return {{is_name(name) ? corner_name(name) : name, value(first), value(second), line,
           std::max(printed_decimals(first), printed_decimals(second))},
          mark};
}

void CornerPairs::add(ListedCorner left, ListedCorner right) {
  m_left.push_back(std::move(left));
  m_right.push_back(std::move(right));
}

bool CornerPairs::goes_on(std::string const& name) const {
  return !m_left.empty() && running_number(name) == running_number(m_left.back().corner.name) + 1;
}

bool CornerPairs::across() const {
  return running_number(m_left[0].corner.name) + 1 == running_number(m_right[0].corner.name);
}

std::vector<ListedCorner> CornerPairs::take() {
  std::vector<ListedCorner> out;
  bool const mixed = across();
  for (std::size_t i = 0; i < m_left.size(); ++i) {
    out.push_back(m_left[i]);
    if (mixed && i < m_right.size()) out.push_back(m_right[i]);
  }
  if (!mixed) out.insert(out.end(), m_right.begin(), m_right.end());
  m_left.clear(), m_right.clear();
  return out;
}

}  // namespace redline
