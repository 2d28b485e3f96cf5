// Rows of totals in a table (小计, 合计, total; words: the model's total_words): never counted, but compared with the
// rows that they close: those since the total before, or until the next one (of a group row: of its rank), of the group
// that they stand in, or all above, below, or of the table. A total agrees with one of these sums to half its last
// digit; else it is the finding restoration.stated_total with the sum of the nearest. `part`: of a row read as several
// (year_rows.hpp), each compared with its like; what stands in the first of them (must be restored, damage, volume) is
// compared whatever part it is in. Figures that are about right or bounds, and rows that cannot be read, are compared
// with nothing.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/core/finding.hpp"
#include "layers/restoration/row_columns.hpp"

namespace redline {

bool total_word(std::string const& cell, RestorationModel const& model);
bool total_name(std::string const& cell, RestorationModel const& model);    // 累计, 共3处: in whole
bool reserve_word(std::string const& cell, RestorationModel const& model);  // 全部, 全保护区: in whole
bool is_total_row(std::vector<std::string> const& cells, RowValues const& values, RowColumns const& columns,
                  RestorationModel const& model);

class StatedTotals {
 public:
  void add(RowValues const& values, int part = 0, std::int64_t row = 0);  // a row that counts
  // A group begins: that of a heading of its rank, or a lower one, ends, and may where it names a reserve.
  void heading(std::int64_t row, int rank, bool names_reserve = false);
  // `rank`: of a heading with the sums of its group
  void close(RowValues const& values, std::int64_t row, int part = 0, std::optional<int> rank = {});
  Findings findings(std::string const& file, RowColumns const& columns) const;

 private:
  struct Sum {
    Amount amount;
    int vague = 0, rows = 0;
  };
  using Sums = std::map<std::pair<int, Meaning>, Sum>;  // by part
  struct Total {
    std::int64_t row;
    int part;
    std::optional<int> rank;
    RowValues values;
    Sums above;  // all rows before it
  };
  using Spans = std::vector<std::pair<Sum, Sum>>;
  Spans spans(std::size_t at, Meaning m) const;
  void of_groups(Total const& total, Meaning m, Spans& out) const;
  Sum sum_in(Sums const& sums, Meaning m, int part) const;
  void look_at_last(std::string const& file, Findings& out) const;  // a site with the sums of all sites above?
  bool agrees(std::size_t at, Meaning m, Amount& nearest) const;

  Sums m_sums;
  std::int64_t m_last_row = 0;
  struct Last {
    int part = 0;
    std::array<std::string, FIGURES.size()> figures;
    std::string unit, site;
  };
  std::vector<Last> m_last;  // by part
  struct Heading {
    std::int64_t row;
    int rank;
    bool names;
    Sums above;
  };
  std::vector<Total> m_totals;
  std::vector<Heading> m_headings;
};

}  // namespace redline
