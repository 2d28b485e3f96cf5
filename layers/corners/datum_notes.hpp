// Which datum a list names, and where. row() sees every row; heading() binds the datum in or above a heading to its
// pairs of coordinates, takes the pair of CGCS2000 where pairs differ, and keeps that for the evidence. settle() writes
// 坐标系 into the header of the list, and into datum_evidence what speaks for it and, where more than one datum is
// named and the columns do not decide, against it: the caller then asks.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "layers/corners/printed_row.hpp"

namespace redline {

class DatumNotes {
 public:
  using Cells = std::vector<std::string>;
  // `sheet` and `letters`: of a workbook, to name places; else empty.
  explicit DatumNotes(std::string sheet = {}, Cells letters = {})
      : m_sheet(std::move(sheet)), m_letters(std::move(letters)) {}

  void row(int line, Cells const& cells);
  void heading(int line, Cells const& cells, CornerColumns& columns);
  void settle(CornerList& out);

 private:
  struct Note {
    std::string said, columns;
    int line = 0;
    bool source = false, bound = false;
  };
  struct Row {
    int line;
    Cells cells;
  };
  struct Bound {
    std::string said;
    int line = 0;
  };

  std::vector<Bound> bind(int line, Cells const& cells, std::vector<CoordinatePair> const& pairs) const;
  void choose(CornerColumns& columns, std::vector<Bound> const& bound);
  std::optional<Note> used() const;  // the one datum of all used columns
  std::string place(int line) const;
  std::string columns_of(CoordinatePair const& pair) const;
  void one_of(CornerList& out) const;
  void say(CornerList& out, char const* code, Severity severity, std::vector<std::string> args) const;
  void contest(CornerList& out) const;

  std::string m_sheet;
  Cells m_letters;
  std::vector<Row> m_above;
  std::vector<Note> m_notes, m_used, m_unused;
  std::string m_columns;  // those used, where there are more
  std::size_t m_sets = 1;
};

}  // namespace redline
