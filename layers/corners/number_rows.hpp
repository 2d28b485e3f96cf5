// Rows of numbers that are corners: by the columns of their heading, several in a row, or by their place alone
// (X Y; 1 X Y; 1 mark X Y), with what stands behind them as a remark. Each goes to the list of parcels.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "layers/corners/listed_parcels.hpp"
#include "layers/corners/named_behind.hpp"
#include "layers/corners/printed_row.hpp"
#include "layers/corners/register_parcel.hpp"
#include "layers/corners/unused_columns.hpp"

namespace redline {

class NumberRows {
 public:
  using Cells = std::vector<std::string>;
  static constexpr std::size_t SIMPLE_ROW = 3;  // number, X, Y

  // columns, of_register: of the heading that holds, where there is one
  NumberRows(LineBook& book, ListedParcels& parcels, UnusedColumns& unused, std::optional<CornerColumns> const& columns,
             std::optional<RegisterColumns> const& of_register, NamedBehind& behind, CornerList& out)
      : m_book(book),
        m_parcels(parcels),
        m_unused(unused),
        m_columns(columns),
        m_register(of_register),
        m_behind(behind),
        m_out(out) {}

  bool take(int n, Cells const& filled, Cells const& all);
  bool by_heading(int n, Cells const& all);
  bool positional(int n, Cells const& filled);

 private:
  bool several(int n, Cells const& c, Cells const& all);
  bool with_rest(int n, Cells const& c);
  void left_or_single(int n, Cells const& c);

  LineBook& m_book;
  ListedParcels& m_parcels;
  UnusedColumns& m_unused;
  std::optional<CornerColumns> const& m_columns;
  std::optional<RegisterColumns> const& m_register;
  NamedBehind& m_behind;
  CornerList& m_out;
};

}  // namespace redline
