// What an activity is checked against, as far as it decides whether "none found" may be said. A layer speaks for the
// coverage that it declares; without one for the ground around its own areas: their box, wider on every side by
// UNSTATED_MARGIN_M or by half its size, whichever is more. A reserve that is known without a boundary (no_boundary)
// concerns the activities whose box comes nearer to its published extent than PUBLISHED_MARGIN_M, which is what such
// figures are rounded to, or all where no extent is published. An area whose zone number contradicts its Crs
// (other_place) concerns those that meet the box of the place where the number would put it: they are for review. One
// that cannot be used (unusable) concerns those that meet its box, or all where its place is not known.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/geometry/geometry.hpp"

namespace redline {

inline constexpr double UNSTATED_MARGIN_M = 100'000, PUBLISHED_MARGIN_M = 10'000;

struct CheckedLayer {
  std::string name;             // of a reserve without boundary: its name; of one area: LAYER: ID
  std::string status = "used";  // used disabled expired empty filtered no_boundary other_place unusable
  Wkb coverage = {};            // polygon in EPSG:4490; empty: not stated
  Bounds extent = {};           // of its areas where no coverage is stated, published, or the box; empty: not known
  double shift_m = 0;           // by how much densifying may have moved sides of its areas
  bool coverage_not_stated() const { return status == "used" && coverage.empty() && !extent.empty(); }
};

Bounds concerned(CheckedLayer const& layer);  // activities whose box meets it; empty: all
bool covers_activity(CheckedLayer const& layer, Geometry const& activity);

}  // namespace redline
