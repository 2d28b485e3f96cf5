// What cut names of columns are in whole, among the known ones. One known name (or several of the same meaning) that
// begins with the bytes that are left settles it; else what is left when other columns have the other meanings and when
// the values do not look like them; of two columns for the first and the last day the earlier one is the first. No
// column gets two names, no meaning two cut columns. What stays open is "" and said (read.cut_open, read.cut_same);
// what was read so is said as well (read.cut_names, read.cut_by_values). A name that is not cut is its bare_name().
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/core/finding.hpp"
#include "layers/read/value_signs.hpp"

namespace redline {

using Meanings = std::vector<std::string>;  // that one name has: id and licence_no of 许可证号

struct KnownName {
  std::string name;
  Meanings meanings;
};

struct Given {                              // by the user
  std::set<std::size_t> columns;            // that have a meaning
  std::set<std::string> meanings, settled;  // that are given; those that a column was given for
};

std::vector<std::string> whole_names(std::vector<FieldInfo> const& fields, std::vector<KnownName> const& known,
                                     Given const& given, ColumnValues const& values, Findings& findings);

}  // namespace redline
