// Numbers printed with separators of thousands (4,940,500.00, also with a full-width comma) in a line of text, without
// them: two coordinates at least, one of them as long as a northing or an easting with its zone, so that no fields
// between commas are joined; and areas before their unit. Cells are read as they are.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

std::string without_thousands(std::string const& line);          // of corners
std::string areas_without_thousands(std::string const& narrow);  // 面积160,000.00平方米

}  // namespace redline
