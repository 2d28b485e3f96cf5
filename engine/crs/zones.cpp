// SPDX-License-Identifier: Apache-2.0
#include "engine/crs/zones.hpp"

#include <cmath>

namespace redline {

Zone zone_of(double longitude, ZoneWidth width) {
  if (width == ZoneWidth::three) return {width, static_cast<int>(std::floor((longitude + 1.5) / 3))};
  return {width, static_cast<int>(std::floor(longitude / 6)) + 1};
}

double central_meridian(Zone z) { return z.width == ZoneWidth::three ? 3.0 * z.number : 6.0 * z.number - 3; }

std::optional<int> epsg_cgcs2000(Zone z, bool with_prefix) {
  bool const three = z.width == ZoneWidth::three;
  if (z.number < (three ? 25 : 13) || z.number > (three ? 45 : 23)) return std::nullopt;
  if (three) return with_prefix ? 4488 + z.number : 4509 + z.number;
  return with_prefix ? 4478 + z.number : 4489 + z.number;
}

std::optional<Zone> zone_of_prefix(double easting) {
  auto const prefix = static_cast<int>(std::floor(easting / 1e6));
  if (prefix >= 13 && prefix <= 23) return Zone{ZoneWidth::six, prefix};
  if (prefix >= 24 && prefix <= 45) return Zone{ZoneWidth::three, prefix};
  return std::nullopt;
}

}  // namespace redline
