// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/side_bound.hpp"

#include <algorithm>

#include "engine/core/error.hpp"
#include "engine/geometry/geometry.hpp"
#include "engine/measure/ellipsoid.hpp"

namespace redline {
namespace {
constexpr double FINEST_M = 1e-5, MOST_CORNERS = 20'000;
}

double side_bound_m(std::span<unsigned char const> wkb, Transformation const& to_4490, double densify_m) {
  if (wkb.empty() || !to_4490.crs().projected()) return densify_m;
  try {
    auto const step = Geometry::from_wkb(wkb).planar_length() / MOST_CORNERS;
    return std::min(densify_m, std::max(FINEST_M, step * step / (8 * ellipsoid::A)));
  } catch (GeometryError const&) {
    return densify_m;  // told by whoever reads it
  }
}

}  // namespace redline
