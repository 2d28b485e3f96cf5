// What stands in columns of a printed list that hold no coordinates: 范围, 扣除 say what a ring is; the names of the
// other columns are said once, and outlines in their cells are a doubt,
// and so are corners in columns that are not read.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>

#include "layers/corners/listed_parcels.hpp"
#include "layers/corners/printed_row.hpp"
#include "layers/corners/register_columns.hpp"
#include "layers/corners/unread_columns.hpp"

namespace redline {

class UnusedColumns {
 public:
  UnusedColumns(LineBook& book, ListedParcels& parcels) : m_book(&book), m_parcels(&parcels) {}

  // `said`: the columns that say something else of the parcels.
  void heading(std::vector<std::string> const& cells, CornerColumns const& h,
               std::optional<RegisterColumns> const& said);
  void row(int n, CornerColumns const& h, std::vector<std::string> const& cells);
  void several(int n, std::vector<std::string> const& cells);  // corners in one row
  void rest(int n, std::string const& text);                   // behind the columns

 private:
  static constexpr int REST = -1;
  void columns_of_corners(CornerColumns const& h);
  void say_corners(int n, std::vector<std::string> const& cells);
  void look(int n, int column, std::string const& text);
  void say(int n, std::vector<std::string> const& cells);
  void say_unread(int n, std::string const& text, std::string const& title);

  LineBook* m_book;
  ListedParcels* m_parcels;
  std::vector<std::string> m_heading;
  std::vector<int> m_used;
  std::vector<TermColumn> m_terms;
  std::map<int, std::string> m_last;  // of each column
  std::set<std::string> m_unread;     // outlines in cells, said
  std::vector<UnreadCornerColumns> m_corners;
  std::vector<std::size_t> m_read;                 // columns of coordinates
  std::vector<std::vector<std::size_t>> m_others;  // those that say nothing; further pairs
  bool m_said = false;
};

}  // namespace redline
