// Bytes of a corner list (a file, or text pasted on standard input) to a CornerList. The form is told from the text.
// Lines that cannot be used are in `lines` and do not stop the reading; the caller decides (refuse_failed_lines throws
// Error(input, corner.lines_failed {file, count, first lines with their reasons})). Errors (input): corner.form_unknown
// {file}, corner.empty {file}, those of decode_lines.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "layers/corners/corner_list.hpp"

namespace redline {

CornerList read_corners(std::string_view bytes, std::string const& shown, std::string const& encoding = "");
bool is_corner_table(std::string_view bytes, std::string const& encoding);  // a .csv that lists corners, not features
// spare_parcels: not where only whole parcels failed, and there are several.
void refuse_failed_lines(CornerList const& list, Language language, bool spare_parcels = false);

}  // namespace redline
