// Rows of which the site begins with 其中 (words: of_which_words): a part of the row of a site above them, and so are
// the rows behind them, as far as all of them together are its figures (甲矿 200, 其中：一号坑 100, 二号坑 100); so do
// rows that begin with a dash (of_which_marks), if they are its figures. They are kept and not counted. Below a total
// or the figures of a whole reserve they are sites, named without that word. Findings: restoration.of_which,
// .of_which_more. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/figure_rows.hpp"

namespace redline {

class OfWhich {
 public:
  OfWhich(RowSource const& source, RowColumns const& columns, RestorationModel const& model, TableWords const& words,
          ReserveSpellings const& names, std::string file);
  void look(TableRow& row, RowsAhead& ahead);  // behind SumRows
  Findings findings() const;
  static std::string name_without(std::string const& site, TableWords const& words);  // as it is where it has none

 private:
  bool marked(TableRow const& row) const;
  bool begins_with_mark(TableRow const& row) const;
  void take_parent(TableRow const& row, RowsAhead& ahead);

  FigureRows m_reader;
  RowColumns const& m_columns;
  TableWords const& m_words;
  std::string m_file;
  bool m_reads, m_parent = false;  // of the rows 其中 that follow
  std::int64_t m_whole = -1, m_until = -1, m_number = -1;
  std::string m_name, m_rows;  // of the row that may be a parent
  Findings m_told;
};

}  // namespace redline
