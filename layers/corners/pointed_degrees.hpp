// Degrees, minutes and seconds packed with a point, DDD.MMSSss: 83.5945 for 83°59′45″. The same digits may be decimal
// degrees. pointed_reading(): where every number of a list could be such an angle (four decimals or more unless `said`,
// none by signs, minutes and seconds below 60), how many corners say so and how far the two readings lie apart.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "layers/corners/corner_list.hpp"

namespace redline {

struct PointedReading {
  std::size_t corners = 0;
  double apart_km = 0;  // the farthest corner
};

std::optional<double> pointed_degrees(double value);
std::optional<PointedReading> pointed_reading(CornerList const& degrees, bool said = false);
bool has_decimals(CornerList const& degrees);  // of any number: not all are written with signs

}  // namespace redline
