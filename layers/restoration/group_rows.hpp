// Rows that name a group of the rows below them: 一、巴尔鲁克山自然保护区 in merged cells across the table, in one cell
// of an otherwise empty row, or with the sums of the group beside it; or the name of a reserve in its own column, above
// sites that leave that column empty. They are never counted; sums are compared as totals are. One that names a reserve
// gives it to the rows below that name none, until the next one that does not stand below it (group_heading.hpp): one
// that names no reserve ends the group, unless it has a number of a lower rank or names a zone. A row with figures that
// heads none is a record: of the whole reserve that it names. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "layers/restoration/group_heading.hpp"
#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/rows_ahead.hpp"

namespace redline {

using IsReserve = std::function<bool(std::string const& name)>;
using IsTotal = std::function<bool(std::vector<std::string> const& cells)>;

using ReserveIn = std::function<std::string(std::string const& title)>;  // that it names; empty: none

struct GroupRow {
  bool heads = false, sums = false;  // sums: a group row with figures
  std::optional<int> rank;           // also of a row with figures that heads none
  std::string reserve;               // of such a row; empty: as its column says
  bool names = false;                // a reserve
};

class GroupRows {
 public:
  GroupRows(RowColumns const& columns, IsReserve is_reserve, IsTotal is_total)
      : m_columns(columns), m_is_reserve(std::move(is_reserve)), m_is_total(std::move(is_total)) {}
  void titles(ReserveIn reserve_in) { m_reserve_in = std::move(reserve_in); }
  GroupRow take(TableRow const& row, RowsAhead& ahead);
  std::string const& reserve() const { return m_reserve; }  // of the rows below; empty: none

 private:
  struct Heading {
    GroupHeading title;
    std::string reserve;                                                  // empty: names none
    bool zone = false, in_column = false, remark = false, table = false;  // a text that names nothing may be a remark
  };
  bool take_title(Heading& h) const;
  Heading heading(std::string const& cell) const;
  std::optional<Heading> plain(TableRow const& row) const;
  std::optional<Heading> with_figures(TableRow const& row) const;
  std::optional<Heading> in_front(TableRow const& row) const;
  bool heads_site(TableRow const& site, Heading const& h) const;
  bool leads(TableRow const& row, Heading const& h, RowsAhead& ahead) const;
  bool speaks_of_work(TableRow const& row) const;
  bool has_figures(TableRow const& row) const;
  GroupRow decide(TableRow const& row, RowsAhead& ahead);
  GroupRow of_figures(TableRow const& row, Heading const& h, RowsAhead& ahead);
  static int rank_of(Heading const& h);
  void enter(Heading const& h);

  RowColumns const& m_columns;
  IsReserve m_is_reserve;
  ReserveIn m_reserve_in;
  IsTotal m_is_total;
  HeadingRanks m_ranks;
  std::string m_reserve, m_title;  // of the rows below, of the table below the first
  int m_rank = 0;
  bool m_in_column = false;
  std::int64_t m_number = -1;  // of the last row, which may come in parts
  GroupRow m_last;
};

}  // namespace redline
