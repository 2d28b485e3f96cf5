// Do coordinates fit the Crs they are said to be in? A doubt is what a surveyor would see at a glance: x and y
// exchanged (China lies 73–136° east, 3–54° north; a northing has seven digits), degrees under a Crs of metres or
// metres under one of degrees, an easting without the zone number that the Crs wants, with one that it does not want,
// or with that of another zone. Not certain is only crs.other_zone: coordinates far outside their zone look the same.
// code is the key of a text; args: x, y, the Crs, the EPSG code that would fit, and a place for the caller's "FILE
// (LAYER): ".
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/crs/crs.hpp"
#include "engine/geometry/bounds.hpp"

namespace redline {

struct Doubt {
  std::string code;
  std::vector<std::string> args;
  bool certain = true;
};

std::optional<Doubt> doubt(Crs const& crs, Bounds const& given);

}  // namespace redline
