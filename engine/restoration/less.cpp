// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/less.hpp"

#include "engine/geometry/apart.hpp"
#include "engine/geometry/coordinates.hpp"
#include "engine/overlay/ladder.hpp"

namespace redline {

bool same_outline(Geometry const& a, Geometry const& b) {
  return geos::answer(GEOSEqualsExact_r(geos::context(), a.get(), b.get(), 0), "equals");
}

bool apart(Geometry const& a, Geometry const& b) {
  return !a.bounds().intersects(b.bounds()) || surely_apart(coordinates(a), coordinates(b));
}

Geometry less(Geometry a, Geometry const& b) {
  if (a.null() || a.empty()) return a;
  if (same_outline(a, b)) return collect({}, 2);
  if (apart(a, b)) return a;
  return only_dimension(difference_by_ladder(a, b).geometry, 2);
}

Geometry common(Geometry const& a, Geometry const& b) {
  if (same_outline(a, b)) return a.clone();
  if (apart(a, b)) return collect({}, 2);
  return only_dimension(intersection_by_ladder(a, b).geometry, 2);
}

}  // namespace redline
