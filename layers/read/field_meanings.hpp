// The table of recognised field names: per meaning and role, best first, as bare_name() gives them. Pure data.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string_view>

#include "layers/read/field_map.hpp"

namespace redline {

struct FieldMeaning {
  std::string_view meaning;
  bool areas, activities;  // the roles it belongs to
  std::string_view names;  // separated by spaces
};

std::span<FieldMeaning const> field_meanings();
std::span<std::string_view const> area_names_without_unit();  // names of areas whose unit only a bracket could tell

}  // namespace redline
