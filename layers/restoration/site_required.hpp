// How much must be restored of a mine, written once over the rows of its parts (zones, pits): in merged cells, or in
// its first row alone where it is the sum of what was done in all of them. It is the mine's, not its first part's.
// Finding: restoration.required_of_site. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/figure_rows.hpp"

namespace redline {

class SiteRequired {
 public:
  SiteRequired(RowSource const& source, RowColumns const& columns, RestorationModel const& model,
               TableWords const& words, ReserveSpellings const& names, std::string file);
  void look(TableRow& row, RowsAhead& ahead);  // sets required_of_site
  Findings findings() const;

 private:
  bool of_site(TableRow const& row, RowsAhead& ahead) const;
  bool same_site(FigureRow const& a, FigureRow const& b) const;
  bool merged(FigureRow const& row) const;
  bool is_sum(FigureRow const& first, FigureSums const& done) const;

  FigureRows m_reader;
  std::string m_file, m_rows;
  std::size_t m_column = 0;
  bool m_reads;
  FigureRow m_last;  // the row before
  bool m_of_site = false;
};

}  // namespace redline
