// Numbers like coordinates in rows that are not read as a corner list: two northings and two eastings in metres
// (4973925.49, 28465247.10 or 465247.10), or two latitudes and two longitudes with degrees or four decimals. Days
// (20240103), telephones and numbers of licences are none.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace redline {

// The first such row, from 1 on; none where there are too few.
std::optional<std::size_t> unread_coordinates(std::vector<std::vector<std::string>> const& rows);

}  // namespace redline
