// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/ground_of_corners.hpp"

#include <cmath>
#include <utility>

#include "engine/core/error.hpp"
#include "engine/crs/densify.hpp"
#include "layers/corners/containment.hpp"

namespace redline {
namespace {

constexpr double REGISTERED_SHARE = 0.01, REGISTERED_M2 = 100;

}  // namespace

std::optional<Geometry> ground_of_corners(CornerList const& list, CrsProposal const& read_as, std::string const& crs) {
  auto placed = list;
  place_corners(placed, read_as);
  std::vector<Geometry> parts;
  try {
    for (auto const& p : placed.parcels) parts.push_back(build(closed_rings(p)));
    return corners_to_lonlat(collect(std::move(parts), 2), Transformation(Crs::parse(crs)));
  } catch (GeometryError const&) {  // no place on the ground: this CRS is none for these numbers
    return std::nullopt;
  }
}

bool same_area(double computed, double known) {
  return std::abs(computed - known) <= REGISTERED_M2 + REGISTERED_SHARE * known;
}

}  // namespace redline
