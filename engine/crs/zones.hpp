// Gauss–Krüger zones of China: numbers, central meridians, EPSG codes, and what the prefix of an easting says.
// Source of the codes: EPSG as shipped with PROJ. Longitudes in degrees, eastings in metres.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "engine/crs/crs.hpp"

namespace redline {

enum class ZoneWidth { three = 3, six = 6 };

struct Zone {
  ZoneWidth width = ZoneWidth::three;
  int number = 0;
  bool operator==(Zone const&) const = default;
};

Zone zone_of(double longitude, ZoneWidth width);
double central_meridian(Zone z);
std::optional<int> epsg_cgcs2000(Zone z, bool with_prefix);  // none outside China's zones
std::optional<int> epsg_of_zone(Datum datum, Zone z,
                                bool with_prefix);   // none but for CGCS2000, Xi'an 1980 and Beijing 1954
std::optional<Zone> zone_of_prefix(double easting);  // 13–23 six degrees, 24–45 three degrees; none without prefix

}  // namespace redline
