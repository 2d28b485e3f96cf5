// SPDX-License-Identifier: Apache-2.0
#include "engine/ledger/checked_layer.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace redline {
namespace {

constexpr double METRES_PER_DEGREE = 111'000;  // of latitude, no more than it is

// Of longitude as many metres as at the side that is farther from the equator.
Bounds wider(Bounds const& b, double metres, double of_size) {
  auto const dy = metres / METRES_PER_DEGREE;
  auto const latitude = std::min(89.0, std::max(std::abs(b.min_y), std::abs(b.max_y)) + dy);
  auto const dx = dy / std::cos(latitude * std::numbers::pi / 180);
  return b.expanded(std::max(dx, of_size * (b.max_x - b.min_x)), std::max(dy, of_size * (b.max_y - b.min_y)));
}

}  // namespace

Bounds concerned(CheckedLayer const& layer) {
  if (layer.status == "other_place" || layer.status == "unusable") return layer.extent;
  if (layer.status != "no_boundary" || layer.extent.empty()) return {};
  return wider(layer.extent, PUBLISHED_MARGIN_M, 0);
}

bool covers_activity(CheckedLayer const& layer, Geometry const& activity) {
  if (!layer.coverage.empty()) return covers(Geometry::from_wkb(layer.coverage), activity);
  return layer.extent.empty() || wider(layer.extent, UNSTATED_MARGIN_M, 0.5).contains(activity.bounds());
}

}  // namespace redline
