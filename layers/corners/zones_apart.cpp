// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/zones_apart.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "layers/corners/magnitude.hpp"

namespace redline {
namespace {

constexpr double MOST_DEGREES = 1;  // of longitude: a wrong number is 3 off, or 6
constexpr double METRES_PER_DEGREE = 111320, FALSE_EASTING = 5e5, ZONE_FACTOR = 1e6;

bool all_have_prefix(Parcel const& p, AxisOrder order) {
  for (auto const& r : p.rings)
    for (auto const& c : r.corners)
      if (!zone_of_prefix(order == AxisOrder::north_first ? c.y : c.x)) return false;
  return true;
}

// Roughly: to some hundredths of a degree.
double rough_longitude(Corner const& c, AxisOrder order, Zone zone) {
  auto const north = order == AxisOrder::north_first ? c.x : c.y, east = order == AxisOrder::north_first ? c.y : c.x;
  auto const latitude = north / METRES_PER_DEGREE * std::numbers::pi / 180;
  return central_meridian(zone) +
         (std::fmod(east, ZONE_FACTOR) - FALSE_EASTING) / METRES_PER_DEGREE / std::cos(latitude);
}

}  // namespace

std::vector<Zone> zones_of_parcels(CornerList const& list) {
  auto const all = magnitude_of(list);
  if (all.units != CornerUnits::metres || !all.mixed_prefixes) return {};
  std::vector<Zone> out;
  CornerList one;
  for (auto const& p : list.parcels) {
    one.parcels = {p};
    auto const m = magnitude_of(one);
    if (m.order != all.order || !m.prefix || m.mixed_prefixes || !all_have_prefix(p, m.order)) return {};
    out.push_back(*m.prefix);
  }
  return out;
}

std::optional<double> degrees_between(CornerList const& list, std::vector<Zone> const& zones) {
  auto const order = magnitude_of(list).order;
  double west = 180, east = -180;
  for (std::size_t i = 0; i < list.parcels.size(); ++i) {
    auto const at = rough_longitude(list.parcels[i].rings.front().corners.front(), order, zones[i]);
    west = std::min(west, at), east = std::max(east, at);
  }
  return east - west > MOST_DEGREES ? std::optional(east - west) : std::nullopt;
}

}  // namespace redline
