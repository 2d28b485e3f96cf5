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

// Parts are numbers in order of time within their kind: 2018; 2018000603 for the quarter that ends in June; 20171231
// for the day of a running sum.
int part_of_months(int year, int last_month, int months);
int year_of_part(int part);
struct PartMonths {
  int last = 12, months = 12;
};
PartMonths months_of_part(int part);  // of a year or a part of it

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
  std::set<int> years;       // parts: years, and quarters, halves or months of years
  std::map<int, Date> days;  // parts of running sums: 20171231

 private:
  void read(std::string const& heading, std::string const& grouped, int index, bool kept,
            RestorationModel const& model);
  void add(YearColumn c);
  bool take(std::string const& figure, int part, int index, RestorationModel const& model);
  void settle(RestorationModel const& model);
  void join_rest();
  void leave_out_parts();
};

std::string cell_of(std::vector<std::string> const& cells, int index);  // -1: none

}  // namespace redline
