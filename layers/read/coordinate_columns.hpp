// Which columns of a table hold coordinates, and which of the two is east. By name: WKT or geometry;
// longitude/latitude; easting/ northing (横坐标/纵坐标); X/Y. In Chinese tables X is north, so X/Y are told apart by
// magnitude over the first rows (degrees: 73–136 against 3–54; metres: a northing has 7 digits, an easting 6, or 8 with
// its zone) and the decision is a finding. Errors (input): read.no_field for a given field that is not there;
// read.swapped where names and magnitudes contradict each other; read.ambiguous where magnitudes do not decide.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/error.hpp"
#include "engine/core/finding.hpp"

namespace redline {

enum class CoordinateNames { none, wkt, degrees, east_north, xy, given };

struct CoordinateColumns {
  CoordinateNames names = CoordinateNames::none;
  int x = -1, y = -1, wkt = -1;  // x is east or longitude
  int zone = -1;                 // of zone numbers or meridians, to be put before eastings that lack them
  bool degrees = false;
  bool pointed = false;  // bare degrees are DDD.MMSS
  bool any() const { return names != CoordinateNames::none; }
};

struct TableName {
  std::string path, layer;
};

using TextPair = std::pair<std::string, std::string>;

Error no_coordinates(std::vector<std::string> const& names, TableName const& table);
CoordinateColumns find_coordinate_columns(std::vector<std::string> const& names, std::string const& x_field,
                                          std::string const& y_field, TableName const& table);
CoordinateColumns decide_orientation(CoordinateColumns columns, std::vector<std::string> const& names,
                                     std::vector<TextPair> const& rows, TableName const& table, Findings& findings);

}  // namespace redline
