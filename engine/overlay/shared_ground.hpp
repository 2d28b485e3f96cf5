// Ground that two polygons share, measured as an overlap with a zone is (overlap.hpp): nothing where they meet in a
// border, in a strip narrower than CONTACT_WIDTH_M, or in one that is no wider than densifying may have moved their
// sides (shift_m: of both together, metres) while both of them are. The same for (a, b) and (b, a), to the last bit.
// `duplicate`: of neither is more than 1 % outside the other, so that shifted or rounded corners of one right still
// count as the same. Throws GeometryError only where the whole ladder of robustness fails. EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>

#include "engine/geometry/geometry.hpp"
#include "engine/overlay/rung.hpp"

namespace redline {

inline constexpr double DUPLICATE_SHARE = 0.99;

struct SharedGround {
  Geometry geometry;  // MULTIPOLYGON
  Rung rung = Rung::robust;
  double m2 = 0, width_m = 0;  // exact area, diameter of the largest circle inside
  double share_a = 0, share_b = 0;
  bool duplicate = false;
  Point inside;
};

std::optional<SharedGround> shared_ground(std::span<unsigned char const> wkb_a, std::span<unsigned char const> wkb_b,
                                          double shift_m = 0);

}  // namespace redline
