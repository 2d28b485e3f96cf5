// The rows of a table with a look at those that follow. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <deque>

#include "layers/restoration/rows.hpp"

namespace redline {

class RowsAhead {
 public:
  explicit RowsAhead(RowSource& source) : m_source(source) {}
  bool next(TableRow& row) {
    if (m_ahead.empty()) return m_source.next(row);
    row = std::move(m_ahead.front());
    m_ahead.pop_front();
    return true;
  }
  TableRow const* peek(std::size_t n) {  // 0: the next one; nullptr: there is none
    for (TableRow row; m_ahead.size() <= n && m_source.next(row); row = {}) m_ahead.push_back(std::move(row));
    return n < m_ahead.size() ? &m_ahead[n] : nullptr;
  }
  TableRow const* behind(TableRow const& row) {  // the first of another number
    for (std::size_t n = 0;; ++n)
      if (auto const* out = peek(n); !out || out->number != row.number) return out;
  }

 private:
  RowSource& m_source;
  std::deque<TableRow> m_ahead;
};

}  // namespace redline
