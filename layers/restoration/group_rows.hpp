// Rows that name a group of the rows below them: 一、巴尔鲁克山自然保护区 in merged cells across the table, or in one
// cell of an otherwise empty row. They are kept, never counted. One that names a reserve gives it to the rows below
// that name none, until the next one of its rank (一、 or （一）; without a number: any). SPDX-License-Identifier:
// Apache-2.0
#pragma once
#include <functional>
#include <string>

#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/rows.hpp"

namespace redline {

using IsReserve = std::function<bool(std::string const& name)>;

class GroupRows {
 public:
  explicit GroupRows(IsReserve is_reserve) : m_is_reserve(std::move(is_reserve)) {}
  bool take(TableRow const& row, RowColumns const& columns);  // is it one?
  std::string const& reserve() const { return m_reserve; }    // of the rows below; empty: none

 private:
  IsReserve m_is_reserve;
  std::string m_reserve, m_rank;
};

}  // namespace redline
