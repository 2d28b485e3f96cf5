// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/pointed_degrees.hpp"

#include <algorithm>
#include <cmath>

#include "layers/read/coordinate_text.hpp"

namespace redline {
namespace {

constexpr int FEWEST_DECIMALS = 4;
constexpr double KM_PER_DEGREE = 111.32, PI = 3.14159265358979323846;

double shift_km(Corner const& c, double x, double y) {
  auto const latitude = std::min(std::abs(c.x), std::abs(c.y)) * PI / 180;  // in China always the smaller one
  auto const by_x = std::abs(x - c.x), by_y = std::abs(y - c.y);
  bool const x_is_north = std::abs(c.x) < std::abs(c.y);
  auto const north = x_is_north ? by_x : by_y, east = x_is_north ? by_y : by_x;
  return std::hypot(north, east * std::cos(latitude)) * KM_PER_DEGREE;
}

}  // namespace

std::optional<double> pointed_degrees(double value) {
  auto const packed = std::round(std::abs(value) * 1e10) / 1e6;  // the digits, not what binary fractions make of them
  if (std::fmod(packed, 100) >= 60) return std::nullopt;
  auto const degrees = packed_degrees(packed);
  return degrees ? std::optional(std::copysign(*degrees, value)) : std::nullopt;
}

std::optional<PointedReading> pointed_reading(CornerList const& list, bool said) {
  PointedReading out;
  int decimals = 0;  // Excel drops zeros at the end, so not of each
  for (auto const& p : list.parcels)
    for (auto const& r : p.rings)
      for (auto const& c : r.corners) {
        auto const x = pointed_degrees(c.x), y = pointed_degrees(c.y);
        if (!x || !y || c.decimals == 0) return std::nullopt;
        decimals = std::max(decimals, c.decimals);
        out.apart_km = std::max(out.apart_km, shift_km(c, *x, *y));
        ++out.corners;
      }
  return said || decimals >= FEWEST_DECIMALS ? std::optional(out) : std::nullopt;
}

bool has_decimals(CornerList const& list) {
  for (auto const& p : list.parcels)
    for (auto const& r : p.rings)
      for (auto const& c : r.corners)
        if (c.decimals > 0) return true;
  return false;
}

}  // namespace redline
