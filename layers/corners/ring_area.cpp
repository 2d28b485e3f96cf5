// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/ring_area.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/error.hpp"
#include "engine/geometry/validity.hpp"
#include "layers/corners/containment.hpp"

namespace redline {
namespace {

constexpr double AREA_FITS = 1e-3;
constexpr double LARGEST_DEGREE = 1.36e6;  // packed ones, too: no metres

}  // namespace

bool sound(CornerRing const& ring) { return sound_together({ring}); }

bool sound_together(std::vector<CornerRing> const& rings) {
  try {
    Parcel parcel;
    parcel.rings = rings;
    return std::all_of(rings.begin(), rings.end(), [](auto const& r) { return r.corners.size() >= FEWEST_CORNERS; }) &&
           !defect(build(closed_rings(parcel)));
  } catch (GeometryError const&) {
    return false;
  }
}

double m2_in_own_numbers(CornerRing const& ring) {
  double twice = 0;
  auto const& c = ring.corners;
  for (std::size_t i = 0; i < c.size(); ++i) {
    auto const &a = c[i], &b = c[(i + 1) % c.size()], &o = c.front();
    twice += (a.x - o.x) * (b.y - o.y) - (b.x - o.x) * (a.y - o.y);
  }
  return std::abs(twice) / 2;
}

bool fits_area(std::vector<CornerRing> const& rings, SaidOfRings const& said) {
  if (!said.area_m2 || rings.empty() || !std::all_of(rings.begin(), rings.end(), sound)) return false;
  auto const& c = rings.front().corners.front();
  if (std::max(std::abs(c.x), std::abs(c.y)) < LARGEST_DEGREE) return false;
  Parcel parcel;
  parcel.rings = rings;
  auto const m2 = build(closed_rings(parcel)).planar_area();
  auto const fits = [&](double declared) {
    return std::abs(m2 - declared) <= std::max(AREA_FITS * declared, said.step_m2 / 2 * (1 + AREA_FITS));
  };
  return fits(*said.area_m2) || (said.other_m2 && fits(*said.other_m2));
}

}  // namespace redline
