// Ground that is no wider than what drawing, rounding of corners and densifying can have moved a side: strips that are
// left between a polygon and the parts it was split into. They are nobody's work and nobody's debt. The width of a part
// is that of the strip of its area and border, 2 · area / border, so that a square metre of ground is never narrow.
// Geometry: polygons in EPSG:4490. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <vector>

#include "engine/geometry/geometry.hpp"
#include "engine/restoration/stages.hpp"

namespace redline {

inline constexpr double GROUND_WIDTH_M = 1e-3;  // among polygons of restoration, whose sides are kept to 0.01 mm
// Between polygons whose corners were rounded apart from each other, as degrees with 7 decimals: each by half a unit,
// at most 7.9 mm, so that their sides lie within 1.6 cm of each other.
inline constexpr double CORNER_WIDTH_M = 0.016;
inline constexpr double BORDER_WIDTH_M = 0.011;  // at the border of a reserve or zone, whose sides are kept to 1 cm

double wide_m2(Geometry const& ground, double width_m = GROUND_WIDTH_M);  // of the parts that are wider
double narrow_m2(Geometry const& ground, double width_m);                 // of those where no circle of that width fits
double border_m(Geometry const& ground);                                  // the length of all rings
Geometry take_narrow(Geometry& ground, double width_m);  // the parts that are not leave `ground`; may be empty

struct StandingPiece {
  StageClass stage_class = StageClass::not_started;
  Geometry geometry;
  Bounds bounds;
  std::size_t site = 0;
};

// Narrow parts of pieces that are disjoint go to the piece along which they lie, of their own site before others; those
// that lie along none stay. No ground is lost.
void settle_narrow(std::vector<StandingPiece>& pieces);

// Each narrow part of piece number `of` goes to another piece along whose sides it lies (a quarter of its border at
// least), to one for which `first` is true before others; else back to its own.
void join_along(std::vector<Geometry>& pieces, std::vector<Geometry> narrow, std::vector<std::size_t> const& of,
                std::function<bool(std::size_t part, std::size_t piece)> const& first);

}  // namespace redline
