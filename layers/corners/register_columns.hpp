// Which columns of a register hold what: by its heading, or, without one, the strings and the licence number beside.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "layers/corners/right_terms.hpp"

namespace redline {

struct TermColumn {
  int column;
  TermPart part;
  std::string heading;
};

struct RegisterColumns {
  std::optional<std::size_t> heading;  // its row
  std::size_t string = 0;
  std::vector<std::size_t> others;  // columns with strings, too, on other datums as their headings say
  bool undecided = false;           // whose headings do not tell which one to use
  int id = -1, licence = -1, name = -1, mineral = -1, area = -1, datum = -1, holder = -1;
  std::vector<int> kinds;  // that may say which right it is
  std::vector<TermColumn> terms;
  std::vector<std::pair<int, std::string>> zones;  // with their headings
  std::string area_unit;                           // as printed in the heading
};

RegisterColumns columns_beside(std::vector<std::string> const& heading);  // of rows of corners, whose columns are empty
std::optional<RegisterColumns> register_columns(std::vector<std::vector<std::string>> const& rows);
std::vector<int> columns_of_parcels(RegisterColumns const& columns);  // -1 among them
// Of the other columns; #3 of one without a title.
std::vector<std::string> titles_without(std::vector<std::string> const& heading, std::vector<int> const& used);
std::string joined_titles(std::vector<std::string> const& titles);
std::string area_unit(std::string const& text);  // 平方公里 of 面积（平方公里）; empty: none

}  // namespace redline
