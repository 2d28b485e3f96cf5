// SPDX-License-Identifier: Apache-2.0
#include "layers/read/orientation.hpp"

#include <cmath>

#include "layers/read/coordinate_text.hpp"

namespace redline {
namespace {

bool between(double v, double low, double high) { return v >= low && v < high; }
bool longitude_of_china(double v) { return between(v, 73, 136); }
bool latitude_of_china(double v) { return between(v, 3, 54); }
bool northing(double v) { return between(v, 1e6, 1e7); }
bool easting(double v) { return between(v, 1e5, 1e6) || between(v, 1.3e7, 4.6e7); }

AxisReading order(bool ab, bool ba) {
  return ab == ba ? AxisReading::undecided : ab ? AxisReading::east_first : AxisReading::north_first;
}

AxisReading order_of_degrees(double a, double b) {
  auto const here = order(longitude_of_china(a) && latitude_of_china(b), longitude_of_china(b) && latitude_of_china(a));
  return here != AxisReading::undecided ? here : order(std::abs(b) <= 90, std::abs(a) <= 90);
}

}  // namespace

Orientation orientation(double a, double b) {
  if (a == 0 && b == 0) return {};
  if (std::abs(a) <= 180 && std::abs(b) <= 180) return {order_of_degrees(a, b), true};
  return {order(easting(a) && northing(b), easting(b) && northing(a)), false};
}

Orientation orientation(std::string const& a, std::string const& b) {
  auto const x = coordinate(a), y = coordinate(b);
  return x && y ? orientation(*x, *y) : Orientation{};
}

}  // namespace redline
