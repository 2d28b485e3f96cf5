// The columns of a table with figures by year, or with running sums of a day in their heading
// (截至2017年底累计治理面积), as those of the rows that each of its rows becomes (year_rows.hpp): one for each year and
// each such day, and one for the rest. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/core/date.hpp"
#include "layers/restoration/row_columns.hpp"
#include "layers/restoration/rows.hpp"

namespace redline {

constexpr int REST = 0;  // the part of all that no heading gives a year or day

enum class Goes { everywhere, first, last, by_part, day };  // into which of the rows a cell goes

struct YearColumn {
  std::string name, grouped;
  std::size_t meaning = MEANING_COUNT;
  Goes goes = Goes::everywhere;
  int index = -1;                // in the source, but of what is given by part
  std::map<int, int> by_part{};  // part -> in the source
};

class YearLayout {
 public:
  YearLayout(RowSource const& source, RestorationModel const& model, std::map<std::string, std::string> const& given);
  int column(Meaning m) const;  // -1: none
  bool any() const { return !years.empty() || !days.empty(); }

  std::vector<YearColumn> columns;
  std::set<int> years;       // parts
  std::map<int, Date> days;  // parts of running sums: 20171231

 private:
  void read(std::string const& heading, std::string const& grouped, int index, bool kept,
            RestorationModel const& model);
  void add(YearColumn c);
  bool take(std::string const& figure, int part, int index, RestorationModel const& model);
  void settle(RestorationModel const& model);
  void join_rest();
};

std::string cell_of(std::vector<std::string> const& cells, int index);  // -1: none

}  // namespace redline
