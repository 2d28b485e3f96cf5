// SPDX-License-Identifier: Apache-2.0
#include "engine/overlay/shared_ground.hpp"

#include <algorithm>

#include "engine/measure/area.hpp"
#include "engine/measure/width.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/overlay/overlap.hpp"
#include "engine/overlay/split_by_polygon.hpp"

namespace redline {
namespace {

double share(double part, double whole) { return whole > 0 ? std::min(1.0, part / whole) : 0; }

bool wider(Geometry const& g, double m) { return largest_circle(g).width_m > m; }

Climbed intersection_of(Geometry const& a, Geometry const& b) {
  if (auto const parts = split_by_polygon(coordinates(a), coordinates(b))) return {build(parts->inside), Rung::robust};
  return intersection_by_ladder(a, b);
}

// In a fixed order of the two, since GEOS may differ in the last bit.
std::optional<SharedGround> in_order(std::span<unsigned char const> wkb_a, std::span<unsigned char const> wkb_b,
                                     double shift_m) {
  auto const a = Geometry::from_wkb(wkb_a), b = Geometry::from_wkb(wkb_b);
  if (!a.bounds().intersects(b.bounds())) return std::nullopt;
  auto climbed = intersection_of(a, b);
  SharedGround out;
  out.rung = climbed.rung;
  out.geometry = only_dimension(std::move(climbed.geometry), 2);
  if (out.geometry.empty()) return std::nullopt;
  auto const circle = largest_circle(out.geometry);
  if (circle.width_m < CONTACT_WIDTH_M) return std::nullopt;
  if (circle.width_m <= shift_m && wider(a, shift_m) && wider(b, shift_m)) return std::nullopt;
  out.width_m = circle.width_m, out.inside = circle.centre;
  out.m2 = exact_area_m2(out.geometry);
  out.share_a = share(out.m2, exact_area_m2(a)), out.share_b = share(out.m2, exact_area_m2(b));
  out.duplicate = std::min(out.share_a, out.share_b) >= DUPLICATE_SHARE;
  return out;
}

}  // namespace

std::optional<SharedGround> shared_ground(std::span<unsigned char const> wkb_a, std::span<unsigned char const> wkb_b,
                                          double shift_m) {
  if (!std::lexicographical_compare(wkb_b.begin(), wkb_b.end(), wkb_a.begin(), wkb_a.end()))
    return in_order(wkb_a, wkb_b, shift_m);
  auto out = in_order(wkb_b, wkb_a, shift_m);
  if (out) std::swap(out->share_a, out->share_b);
  return out;
}

}  // namespace redline
