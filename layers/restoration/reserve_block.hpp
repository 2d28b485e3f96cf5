// 保护区 written in the first row of a block of sites alone, the cells below empty and not merged: the sites below lie
// in the same reserve. Not so behind a total, a heading or a row without a site, nor in a table that repeats a name
// from row to row: there an empty cell is a gap. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>

namespace redline {

class ReserveBlock {
 public:
  // The reserve of a row of sites that leaves it empty; empty: none is known. A row may come in parts.
  std::string const& take(std::int64_t row, std::string const& reserve, std::string const& site);
  void end() { m_name.clear(), m_given.clear(); }
  void headed() { end(), m_repeats = true; }  // groups have their own rows that name reserves

 private:
  void decide(std::string const& reserve, std::string const& site);

  std::string m_name, m_given;
  bool m_named_above = false, m_repeats = false, m_any = false;
  std::int64_t m_row = -1;
};

}  // namespace redline
