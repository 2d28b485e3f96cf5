// A numbered row above rows without a number (or under the same merged one) of other names: 1 磁海铁矿 20, 东采坑 12,
// 西采坑 8. Where all its figures are the sums of the next two or more of them, they are its parts: kept and not
// counted, or, where they say what it does not, counted in its place (sum_rows.hpp). Where they could be parts but do
// not add up, all count and the import asks. Findings: restoration.numbered_parts, .numbered_doubtful.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/sum_rows.hpp"

namespace redline {

class NumberedParts {
 public:
  NumberedParts(RowSource const& source, RowColumns const& columns, RestorationModel const& model,
                TableWords const& words, ReserveSpellings const& names, SumRows& sums);
  void look(TableRow& row, RowsAhead& ahead);  // behind SumRows
  Findings findings() const;

 private:
  struct Below {
    std::vector<FigureRow> rows;  // without a number
    std::size_t parts = 0;        // the first of them, whose sums are its figures
    SumMatch match{};
    bool larger = false, near = false;
  };
  std::size_t number_column(std::vector<std::string> const& cells) const;
  bool without_number(FigureRow const& other) const;
  bool heads_block(FigureRow const& whole, FigureRow const& next) const;
  bool asks(FigureRow const& whole, Below const& below) const;
  bool say_more(FigureRow const& whole, std::vector<FigureRow> const& parts) const;
  std::optional<FigureRow> whole_of(TableRow const& row, RowsAhead& ahead) const;
  Below below_of(FigureRow const& whole, RowsAhead& ahead) const;
  void decide(TableRow& row, RowsAhead& ahead);
  void take(TableRow& row, FigureRow const& whole, Below below);

  FigureRows m_reader;
  RowColumns const& m_columns;
  TableWords const& m_words;
  SumRows& m_sums;
  bool m_reads;
  std::size_t m_site = 0, m_at = 0;  // columns: of sites, of the number of the last row
  TableRow m_last;                   // what was decided of a row that comes in parts
  std::int64_t m_until = -1;         // the last part of the last numbered row
  std::string m_rows;
  Findings m_told;
};

}  // namespace redline
