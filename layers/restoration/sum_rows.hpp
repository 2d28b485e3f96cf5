// Rows in the column of sites that sum up those below them: 哈密市 above its mines, a company above its pits. The
// number of such a row is of a higher rank (一 above 1) and a figure of it is their sum; or it has no number, where
// those below have one, or its name is of no single site (words: county_endings, group_endings; or the names below
// begin with it), and all its figures are. It is kept and compared as a total; figures that no row below has are its
// own. Findings: restoration.sums_below, .sums_say_more, .sums_own_figures, .sums_doubtful.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/figure_rows.hpp"
#include "layers/restoration/row_level.hpp"

namespace redline {

bool is_state(std::size_t meaning);  // a stage, its days

class SumRows {
 public:
  SumRows(RowSource const& source, RowColumns const& columns, RestorationModel const& model, TableWords const& words,
          ReserveSpellings const& names, std::string file);
  void look(TableRow& row, RowsAhead& ahead);  // sets its sum, or the columns that the rows below speak for
  void sums_up(TableRow& row, FigureRow const& whole, SumMatch const& match,
               std::vector<FigureRow> const& below);  // decided elsewhere
  bool reads() const { return m_reads; }
  std::string const& file() const { return m_file; }
  Findings findings() const;

 private:
  struct Name {
    int rank = 0;
    std::string text;
    bool county = false, group = false;
    bool over = false;  // without a number, above rows that have one
  };
  Name name_of(std::vector<std::string> const& cells) const;
  void decide(TableRow& row, RowsAhead& ahead);
  bool by_number(TableRow& row, FigureRow const& whole, Name const& name, RowsAhead& ahead);
  void by_name(TableRow& row, FigureRow const& whole, Name const& name, RowsAhead& ahead);
  void heads(TableRow& row, FigureRow const& whole, SumMatch const& match, std::vector<FigureRow> const& below);
  bool speaks_of_state(RowValues const& v) const;

  FigureRows m_reader;
  RowColumns const& m_columns;
  TableWords const& m_words;
  std::string m_file;
  bool m_reads, m_found = false;  // found: this table has such rows
  TableRow m_last;                // what was decided of a row that comes in parts
  std::string m_rows;
  Findings m_told;
};

}  // namespace redline
