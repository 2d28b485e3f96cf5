// Names of fields as people write them. bare_name: lower case, without what stands in brackets, spaces and line breaks
// ("X坐标 (m)" -> "x坐标"). unit_in: the unit of area that a name carries (m2, ha, km2, mu), or empty.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/core/error.hpp"

namespace redline {

std::string bare_name(std::string const& field);
std::string unit_in(std::string const& field);
std::string listed(std::vector<std::string> const& names);
std::string nearest_name(std::vector<std::string> const& names, std::string const& wanted);
Error no_such_field(std::string const& where, std::string const& wanted, std::vector<std::string> const& names);

}  // namespace redline
