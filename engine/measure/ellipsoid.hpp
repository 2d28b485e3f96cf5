// The ellipsoid of CGCS2000, the only Earth constants in the tree (GB 22021-2008): semi-axes in metres, first
// eccentricity squared.
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace redline {

inline constexpr double RADIANS = 3.14159265358979323846 / 180;

namespace ellipsoid {
inline constexpr double A = 6378137.0;
inline constexpr double F = 1 / 298.257222101;
inline constexpr double B = A * (1 - F);
inline constexpr double E2 = F * (2 - F);
inline constexpr double SECOND_E2 = E2 / (1 - E2);  // only to explain a known mistake in published code
}  // namespace ellipsoid

}  // namespace redline
