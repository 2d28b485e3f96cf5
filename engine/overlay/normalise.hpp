// From a feature as read to an activity ready for the overlay: bytes to geometry, transformation to EPSG:4490 with
// densified edges, validity, repair. The outcome is one of used, repaired or rejected, never nothing. Rejected:
// unreadable, empty or null geometry, coordinates that are not finite, leave the valid range or contradict their CRS
// (doubt.hpp; an uncertain doubt is a finding), mixed collections, geometry that repair leaves empty. Points and
// stretches of line given twice are taken once (once.hpp), with a finding. Findings name the feature; a repair gives
// reason, place, and exact area before (of rings as drawn) and after.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "engine/core/finding.hpp"
#include "engine/core/text.hpp"
#include "engine/crs/own_zones.hpp"
#include "engine/crs/transformation.hpp"
#include "engine/overlay/activity.hpp"

namespace redline {

enum class Outcome { used, repaired, rejected };

struct Normalised {
  Outcome outcome = Outcome::rejected;
  std::string reason;              // text key of why it was repaired or rejected
  Geometry geometry;               // EPSG:4490
  Geometry corners;                // as given; null where they are the geometry itself
  Coordinates shape;               // of the geometry
  std::optional<double> meridian;  // of the projected Crs it was given in
  bool may_lie_elsewhere =
      false;  // its zone number contradicts the Crs, and it would lie well in that other zone; also rejected
  Findings findings;
};

struct Source {
  std::string layer, feature;
  Message problem;  // what the reader already knows to be wrong with the geometry: the code of the finding, or empty
  double densify_m = 0.01;
};

Normalised normalise(std::span<unsigned char const> wkb, Transformation const& to_lonlat, Source const& source);
Normalised normalise(std::span<unsigned char const> wkb, ZoneTransformations const& to_lonlat, Source const& source);

}  // namespace redline
