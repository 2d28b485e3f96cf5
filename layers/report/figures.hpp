// How numbers are printed in everything that a person reads: km² and ha with 4 decimals, m² with 2, metres with 2,
// shares in per cent with 2, bearings in whole degrees, rounded once, half to even. rounded() is the same as a number,
// for JSON.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/geometry/bounds.hpp"

namespace redline::figures {

std::string km2(double m2);
std::string ha(double m2);
std::string m2(double m2);
std::string metres(double m);
std::string percent(double share);
std::string bearing(double degrees);
std::string compass_key(double degrees);  // "@compass.ne"
std::string place(Point lonlat);          // 83°00′48.281″E 44°35′59.917″N
double rounded(double value, int decimals);

}  // namespace redline::figures
