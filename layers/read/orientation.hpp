// Which of two coordinates is the east one, by magnitude: degrees of China (73–136 east, 3–54 north) or of anywhere,
// where only one reading is possible; metres by digits (northing 7, easting 6, or 8 with the zone before it).
// `unusable`: not two numbers, or 0, 0.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

enum class AxisReading { unusable, undecided, east_first, north_first };

struct Orientation {
  AxisReading order = AxisReading::unusable;
  bool degrees = false;
};

Orientation orientation(double a, double b);
Orientation orientation(std::string const& a, std::string const& b);

}  // namespace redline
