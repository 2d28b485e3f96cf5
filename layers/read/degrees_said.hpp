// How a table of degrees says that they are written: in its headings and rows of units, else in titles, notes and
// names. 度.分秒 or DD.MMSS: bare numbers are degrees, minutes and seconds (83.3636 is 83°36′36″) where all of them can
// be. Error(input) where some cannot (read.degrees_contradict), where words fit such numbers but name no such writing
// (度分秒, 度.分), or both are named (read.degrees_unclear), and where nothing is said and nearly certainly no decimals
// are so by chance (read.degrees_look_pointed).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <set>
#include <string>

#include "layers/corners/degree_words.hpp"
#include "layers/read/coordinate_columns.hpp"

namespace redline {

std::optional<double> bare_degrees(std::string const& text);  // with decimals, without any sign of degrees

class DegreesSaid {
 public:
  void heading(std::string const& text);  // of a coordinate, or the cell of a row of units
  void text(std::string const& words);
  void number(std::string const& cell);
  bool any() const { return m_headings.any() || m_texts.any() || !m_parts.empty(); }
  bool pointed(TableName const& table, Findings& findings) const;

 private:
  bool decide(DegreeWords const& said, TableName const& table, Findings& findings) const;
  bool looks_pointed() const;

  DegreeWords m_headings, m_texts;
  std::string m_parts;  // 度.分
  std::string m_odd, m_example;
  std::size_t m_bare = 0, m_no_minutes = 0, m_no_seconds = 0;
  std::set<int> m_places, m_seconds;  // hundredths of degrees with seconds behind them
};

}  // namespace redline
