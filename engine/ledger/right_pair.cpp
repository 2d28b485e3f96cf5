// SPDX-License-Identifier: Apache-2.0
#include "engine/ledger/right_pair.hpp"

#include <algorithm>

#include "engine/ledger/measures.hpp"
#include "engine/overlay/overlap.hpp"

namespace redline {

bool known(DepthRange const& r) {
  return r.top_m && r.bottom_m && *r.top_m != *r.bottom_m && *r.top_m != 0 && *r.bottom_m != 0;
}

std::optional<bool> depths_meet(DepthRange const& a, DepthRange const& b) {
  if (!known(a) || !known(b)) return std::nullopt;
  auto const [low_a, high_a] = std::minmax(*a.top_m, *a.bottom_m);
  auto const [low_b, high_b] = std::minmax(*b.top_m, *b.bottom_m);
  return low_a < high_b && low_b < high_a;
}

std::string relation_of(SharedGround const& ground) { return ground.duplicate ? "duplicate" : "overlap"; }

std::string certainty_of(SharedGround const& ground, std::optional<double> accuracy_a_m,
                         std::optional<double> accuracy_b_m) {
  if (!accuracy_a_m || !accuracy_b_m) return "not_stated";
  auto const limit = std::max(*accuracy_a_m + *accuracy_b_m, LEAST_ACCURACY_M);
  return ground.width_m / 2 >= limit ? "certain" : "within_accuracy";
}

double shared_area_m2(SharedGround const& ground, AreaMethod method) {
  if (method == AreaMethod::exact) return ground.m2;
  Overlap o;
  o.m2 = ground.m2, o.inside = ground.inside, o.geometry = Geometry::from_wkb(ground.geometry.wkb());
  return overlap_area_m2(o, method);
}

}  // namespace redline
