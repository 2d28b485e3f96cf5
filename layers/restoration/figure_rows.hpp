// Rows of a table by their figures, to tell whether one is the sum of those below it. A row that was read as several
// (year_rows.hpp) is one. RowsBelow reads them ahead one by one: rows of sites of the same reserve, up to the next
// total or the end of the table. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "engine/restoration/amount.hpp"
#include "layers/restoration/reserve_spelling.hpp"
#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/rows_ahead.hpp"
#include "layers/restoration/table_words.hpp"

namespace redline {

struct FigureRow {
  struct Figure {
    std::string text, unit;
  };
  std::int64_t number = 0;
  std::vector<std::string> cells;
  RowValues values;
  std::map<std::pair<int, Meaning>, Figure> figures;  // by part
  std::vector<std::size_t> merged{};                  // columns
};

class FigureRows {
 public:
  FigureRows(RowColumns const& columns, RestorationModel const& model, TableWords const& words,
             ReserveSpellings const& names)
      : m_columns(columns), m_model(model), m_words(words), m_names(names) {}
  bool says(std::string const& cell) const;
  FigureRow read(TableRow const& row) const;
  FigureRow read_whole(TableRow const& row, RowsAhead& ahead) const;  // with its parts that follow
  void add(FigureRow& out, TableRow const& row) const;
  bool is_total(FigureRow const& row) const;  // or of the whole reserve
  RowColumns const& columns() const { return m_columns; }

 private:
  RowColumns const& m_columns;
  RestorationModel const& m_model;
  TableWords const& m_words;
  ReserveSpellings const& m_names;
};

class RowsBelow {
 public:
  RowsBelow(FigureRow const& whole, FigureRows const& reader, RowsAhead& ahead)
      : m_whole(whole), m_reader(reader), m_ahead(ahead) {}
  FigureRow const* next();  // nullptr: no more

 private:
  FigureRow const& m_whole;
  FigureRows const& m_reader;
  RowsAhead& m_ahead;
  std::size_t m_at = 0;
  FigureRow m_row;
};

// What the rows added so far come to beside the figures of another one.
struct SumMatch {
  int equal = 0, other = 0, alone = 0;  // its figures that are their sum, that are not, of which they say nothing
  bool less = true;                     // no sum is larger
  bool whole() const { return equal > 0 && other == 0; }
};

class FigureSums {
 public:
  void add(FigureRow const& row);
  SumMatch match(FigureRow const& whole) const;
  int rows = 0;
  bool near(FigureRow const& whole, double share) const;  // a figure of it, if not to the last digit
  bool states(std::pair<int, Meaning> const& key) const { return m_sums.count(key) > 0; }

 private:
  struct Sum {
    Amount amount;
    bool vague = false;
  };
  std::map<std::pair<int, Meaning>, Sum> m_sums;
};

}  // namespace redline
