// GDAL takes the separator and the number of columns of a CSV from its first line. Of one that begins with a title
// without any separator: the separators that line lacks to be as long as the longest of the first lines. Empty where
// the first line has one, or none of the others does.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

std::string separators_missing(std::string const& path);
void add_to_first_line(std::string& text, std::string const& separators);

}  // namespace redline
