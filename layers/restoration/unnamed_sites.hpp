// Tables without a column of sites: all rows of a reserve speak of it as a whole. Where several say how much there is
// to restore and are no series (a day twice, or several figures) they may be rows of sites: restoration.unnamed_sites
// {file, reserves, rows} and the headings of columns of words that differ from row to row.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>

#include "layers/restoration/row_reader.hpp"

namespace redline {

class UnnamedSites {
 public:
  void count(ReadRow const& row, std::vector<std::string> const& cells, RowColumns const& columns);
  Findings findings(std::string const& file, std::vector<std::string> const& header, RowColumns const& columns) const;

 private:
  struct Rows {
    int count = 0;
    bool may_be_sites = false;
    std::string required;
    std::set<std::string> days;
  };
  struct Words {
    std::string first;
    bool numbers = false, differ = false;
  };
  std::map<std::string, Rows> m_reserves;
  std::vector<Words> m_columns;
};

}  // namespace redline
