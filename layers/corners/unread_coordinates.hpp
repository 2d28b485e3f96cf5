// Numbers like coordinates in rows that are not read as a corner list: two northings and two eastings in metres
// (4973925.49, 28465247.10 or 465247.10), or two latitudes and two longitudes with degrees or four decimals. Days
// (20240103), telephones and numbers of licences are none. cell_of_outline(): a cell of a row that holds an outline of
// its own, as a string of coordinates or written out: three of each, also in two cells (all X, all Y). A corner alone,
// or from where to where the ground reaches (东经…至…，北纬…至…), is none.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace redline {

// The first such row, from 1 on; none where there are too few.
std::optional<std::size_t> unread_coordinates(std::vector<std::vector<std::string>> const& rows);

struct KindsOfCoordinates {
  bool northing = false, easting = false, latitude = false, longitude = false;
  bool any() const { return northing || easting || latitude || longitude; }
};
KindsOfCoordinates kind_of_coordinates(std::string const& narrowed);  // of all numbers in it
bool holds_outline(std::string const& text);                          // by its numbers alone
std::optional<std::size_t> cell_of_outline(std::vector<std::string> const& row);

}  // namespace redline
