// What the magnitudes of a list of number pairs can be: degrees, packed DDDMMSS or metres of a zone in China, and which
// of the two is north. unknown units where they fit none of these.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/crs/zones.hpp"
#include "layers/corners/corner_list.hpp"

namespace redline {

enum class CornerUnits { unknown, degrees, packed, metres };

struct Magnitude {
  CornerUnits units = CornerUnits::unknown;
  AxisOrder order = AxisOrder::unknown;
  std::optional<Zone> prefix;   // of all eastings
  bool mixed_prefixes = false;  // more than one
};

Magnitude magnitude_of(CornerList const& list);

}  // namespace redline
