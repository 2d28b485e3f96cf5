// Which column of a table has which meaning, by the names in the model and by the user's own map; a unit in brackets
// behind a name
// ("治理面积（亩）") is the unit of the bare numbers below it. Of two names for one meaning the one that holds the
// other counts (治理面积 before 面积), else the first; the other stays unknown. Errors: restoration.no_column,
// .unknown_meaning, .two_columns. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "layers/restoration/draft.hpp"

namespace redline {

class RowColumns {
 public:
  RowColumns(std::vector<std::string> const& header, RestorationModel const& model,
             std::map<std::string, std::string> const& given, std::string const& file);
  static bool is_header(std::vector<std::string> const& cells, RestorationModel const& model);
  RowValues values(std::vector<std::string> const& cells) const;
  bool known(std::size_t column) const;   // has a meaning
  bool figure(std::size_t column) const;  // value, required, disturbed or volume
  std::string const& heading_of(Meaning m) const { return m_columns[m].heading; }  // empty: no column
  std::vector<std::string> const& unknown() const { return m_unknown; }

 private:
  struct Column {
    int index = -1;
    std::string unit, constant, heading;
  };
  void recognise(std::vector<std::string> const& header, RestorationModel const& model);
  void apply(std::map<std::string, std::string> const& given, std::vector<std::string> const& header,
             std::string const& file);

  std::array<Column, MEANING_COUNT> m_columns;
  std::vector<std::string> m_unknown;
};

}  // namespace redline
