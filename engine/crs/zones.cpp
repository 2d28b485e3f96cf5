// SPDX-License-Identifier: Apache-2.0
#include "engine/crs/zones.hpp"

#include <cmath>

namespace redline {

Zone zone_of(double longitude, ZoneWidth width) {
  if (width == ZoneWidth::three) return {width, static_cast<int>(std::floor((longitude + 1.5) / 3))};
  return {width, static_cast<int>(std::floor(longitude / 6)) + 1};
}

double central_meridian(Zone z) { return z.width == ZoneWidth::three ? 3.0 * z.number : 6.0 * z.number - 3; }

namespace {

bool in_china(Zone z) {
  bool const three = z.width == ZoneWidth::three;
  return z.number >= (three ? 25 : 13) && z.number <= (three ? 45 : 23);
}

struct FirstCodes {  // code − zone number in each of the four tables
  int three_prefix, three_plain, six_prefix, six_plain;
};

std::optional<FirstCodes> first_codes(Datum datum) {
  if (datum == Datum::cgcs2000) return FirstCodes{4488, 4509, 4478, 4489};
  if (datum == Datum::xian1980) return FirstCodes{2324, 2345, 2314, 2325};
  if (datum == Datum::beijing1954) return FirstCodes{2376, 2397, 21400, 21440};
  return std::nullopt;
}

}  // namespace

std::optional<int> epsg_of_zone(Datum datum, Zone z, bool with_prefix) {
  auto const first = first_codes(datum);
  if (!first || !in_china(z)) return std::nullopt;
  if (z.width == ZoneWidth::three) return z.number + (with_prefix ? first->three_prefix : first->three_plain);
  return z.number + (with_prefix ? first->six_prefix : first->six_plain);
}

std::optional<int> epsg_cgcs2000(Zone z, bool with_prefix) { return epsg_of_zone(Datum::cgcs2000, z, with_prefix); }

std::optional<Zone> zone_of_prefix(double easting) {
  if (!(easting >= 13e6 && easting < 46e6)) return std::nullopt;  // before the cast, which huge numbers do not survive
  auto const prefix = static_cast<int>(std::floor(easting / 1e6));
  if (prefix >= 13 && prefix <= 23) return Zone{ZoneWidth::six, prefix};
  if (prefix >= 24 && prefix <= 45) return Zone{ZoneWidth::three, prefix};
  return std::nullopt;
}

}  // namespace redline
