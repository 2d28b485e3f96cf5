// The place that a few words tell by one northing and one easting in metres, or a latitude and a longitude; days,
// telephones, heights and numbers of licences are none. may_be_same(): one corner on two datums, in two zones, or in
// metres and in degrees, roughly: neighbours some hundred metres apart may be told as one.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace redline {

struct OnePlace {
  double north = 0, east = 0;  // metres without the number of a zone, or degrees
  int zone = 0;                // 0: none is written
  bool metres = false;
  std::string printed;
};

std::optional<OnePlace> place_in_words(std::vector<std::string> const& cells);
bool holds_coordinate(std::string const& cell);
bool may_be_same(OnePlace const& a, OnePlace const& b);

}  // namespace redline
