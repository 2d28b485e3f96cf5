// Rows of a site beside the rows of its parts in one table: those that differ from it only by a zone, a kind of
// activity or a pit, which they name where it leaves the cell empty or says 小计, 全矿 (words: total_words,
// whole_words). Its figures are the sum of theirs (one of them to half its last digit; with such a word whatever they
// are), so the parts count, and the row says no more than what none of them does; what contradicts is told. Without a
// word and with no figure that equals, it is the whole where it is no less than several parts, and is told, else
// another part. Looked for in rows that follow each other, of one report, stage and programme. Findings:
// restoration.whole_rows, .whole_differs, .whole_doubtful, .whole_deadline. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/rows_ahead.hpp"
#include "layers/restoration/table_words.hpp"

namespace redline {

class WholeRows {
 public:
  WholeRows(RowSource const& source, RowColumns const& columns, RestorationModel const& model, TableWords const& words,
            std::string file);
  void look(TableRow& row, RowsAhead& ahead);  // sets of_parts: the columns that its parts speak for
  Findings findings() const;

 private:
  struct Figure {
    std::string text, unit;
  };
  using Figures = std::map<std::pair<int, Meaning>, Figure>;  // by part of a row that was read as several
  struct Row {
    std::int64_t number = 0;
    std::vector<std::string> cells, names;  // as they stand; of its part, by column
    RowValues values;
    Figures figures;
    std::size_t named = 0;
    bool word = false, drawn = false, whole = false;
  };
  using Parts = std::vector<Row const*>;
  bool says(std::string const& cell) const;
  bool of_one(std::vector<std::string> const& a, std::vector<std::string> const& b) const;
  Row read(TableRow const& row) const;
  void add_figures(Row& out, TableRow const& row) const;
  void gather(TableRow const& row, RowsAhead& ahead);
  Parts parts_of(Row const& whole) const;
  bool same_work(Row const& whole, Parts const& parts) const;
  void judge(Row& whole);
  bool take(Row const& whole, Parts const& parts);  // are its figures theirs?
  void clear(Row& whole, Parts const& parts);

  RowColumns const& m_columns;
  RestorationModel const& m_model;
  TableWords const& m_words;
  std::string m_file;
  std::vector<std::size_t> m_names;  // columns
  std::vector<Row> m_block;          // of one site
  std::map<std::int64_t, std::vector<std::size_t>> m_of_parts;
  std::string m_rows;
  Findings m_told;
};

}  // namespace redline
