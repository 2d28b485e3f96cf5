// What a table says of its own datum: the headings of its coordinates, a column of systems (坐标系统), its titles and
// notes, the names of sheet and file. Words of Xi'an 1980, Beijing 1954, GCJ-02 or BD-09 that the stated CRS does not
// bear out are an Error(input, "read.other_datum"). Headings outrank titles and names; what was converted from
// (由西安80转换为…) does not count.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/read/coordinate_columns.hpp"

namespace redline {

std::string other_datum_in(std::string const& text);  // the word that names one; empty: none
int datum_column(std::vector<std::string> const& names, CoordinateColumns const& columns);

class StatedDatum {
 public:
  StatedDatum(TableName table, std::string crs) : m_table(std::move(table)), m_crs(std::move(crs)) {}
  bool headings(std::string const& x, std::string const& y) const;  // whether they name a datum
  void cell(std::string const& value) const;                        // of the column of systems
  void text(std::string const& words) const;                        // of titles and names
  void note(std::vector<std::string> const& row) const;             // without coordinates

 private:
  void refuse(std::string const& said) const;

  TableName m_table;
  std::string m_crs;
};

}  // namespace redline
