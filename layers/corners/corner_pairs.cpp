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

void CornerPairs::add(std::vector<ListedCorner> row) {
  if (row.size() > m_columns.size()) m_columns.resize(row.size());
  std::size_t from = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    auto const column = column_of(row[i], from, m_columns.size() - (row.size() - i));
    from = column + 1;
    m_rows.push_back(row[i]);
    m_columns[column].push_back(std::move(row[i]));
  }
}

// Of a row with fewer corners than there are columns the number tells; else they stand in the first ones.
std::size_t CornerPairs::column_of(ListedCorner const& c, std::size_t from, std::size_t last) const {
  for (auto i = from; i <= last; ++i)
    if (!m_columns[i].empty() && running_number(c.corner.name) == running_number(m_columns[i].back().corner.name) + 1)
      return i;
  return from;
}

bool CornerPairs::goes_on(std::string const& name) const {
  return std::any_of(m_columns.begin(), m_columns.end(), [&](auto const& column) {
    return running_number(name) == running_number(column.back().corner.name) + 1;
  });
}

bool CornerPairs::ends_before(std::string const& name) const {
  if (empty() || across()) return false;
  auto const follows = [&](auto const& column) {
    return running_number(name) == running_number(column.back().corner.name) + 1;
  };
  return follows(m_columns.back()) && !follows(m_columns.front());
}

bool CornerPairs::across() const {
  return running_number(m_columns[0][0].corner.name) + 1 == running_number(m_columns[1][0].corner.name);
}

std::vector<ListedCorner> CornerPairs::take() {
  auto out = std::move(m_rows);
  if (!across()) {
    out.clear();
    for (auto& column : m_columns) out.insert(out.end(), column.begin(), column.end());
  }
  m_columns.clear(), m_rows.clear();
  return out;
}

}  // namespace redline
