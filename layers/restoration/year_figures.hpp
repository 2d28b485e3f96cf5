// What a row with figures by year (year_rows.hpp) says in all, and which of its parts says its state: that of its
// running sum or of its accepted figure where it has one, else a part of its own. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/restoration/amount.hpp"
#include "layers/restoration/year_layout.hpp"

namespace redline {

class YearFigures {
 public:
  YearFigures(YearLayout const& layout, TableRow const& row);
  PartRole role(int part) const;
  PartRole state() const;
  bool state_apart() const { return !m_rest_states && !m_accepted_by_year; }

 private:
  struct Figure {
    std::string number, unit;
    Amount amount;
  };
  Figure figure(Meaning m, int part) const;  // zero where the cell holds none
  bool has(Meaning m, int part) const { return !figure(m, part).amount.zero(); }
  bool accepted(int part) const;
  Amount accepted_in_rest() const;
  std::vector<Figure> until(int year) const;
  Amount sum_until(int year) const;
  std::string whole() const;
  int year_of(int part) const;

  YearLayout const& m_layout;
  TableRow const& m_row;
  int m_last_year = 0;  // that has a figure; 0: none is more than nothing
  bool m_rest_states = false, m_accepted_by_year = false;
};

}  // namespace redline
