// The unit that a table names above its header (单位：亩; 单位：公顷、万立方米): that of the figures that have none of
// their own. Several units of one dimension above a table serve nothing.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <string>
#include <vector>

#include "layers/restoration/draft.hpp"

namespace redline {

class UnitsAbove {
 public:
  void read(std::vector<std::string> const& cells);                   // of a row above the header
  int serve(RowValues& values, RestorationModel const& model) const;  // how many figures were given a unit
  std::string text() const;

 private:
  std::string const& of(Dimension d) const;
  std::set<std::string> m_area, m_volume;
};

}  // namespace redline
