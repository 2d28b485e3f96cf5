// What the magnitudes of a list of number pairs can be: degrees, packed DDDMMSS or metres of a zone in China, and which
// of the two is north. unknown units where they fit none of these. mixed_order(): where each corner has one of the two
// orders, and not all the same: those whose order is the rarer one, or not that of the first where both are as many.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

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

struct MixedOrder {
  AxisOrder usual = AxisOrder::unknown;
  struct Row {
    std::size_t parcel = 0;  // index
    Corner corner;
  };
  std::vector<Row> others;
};
std::optional<MixedOrder> mixed_order(CornerList const& list);

}  // namespace redline
