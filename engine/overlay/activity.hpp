// An activity as it enters the overlay: normalised to EPSG:4490 (x = longitude), valid, edges densified where they were
// straight in a projected CRS. `corners` are the vertices as given (longitude/latitude, nothing added): the official
// area of a right is defined on them. Empty strings and nullopt mean "the source does not say".
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "engine/core/possible_days.hpp"
#include "engine/geometry/coordinates.hpp"

namespace redline {

struct ActivityAttributes {
  std::string layer;       // name of the input layer, as the ledger prints it
  std::string id;          // as the source has it, or LAYER:FID
  std::string occurrence;  // "1" for a unique id, else a hash of the content (independent of the order of input)
  std::int64_t fid = -1;
  std::string kind = "other", name, licence_no, holder, mineral, mineral_class, status, county;
  std::string action = "operate";  // new renew change transfer reduce operate
  std::optional<PossibleDays> valid_from, valid_to, granted_on, act_date, renewal_filed_on;
  std::uint32_t rows_of_right = 1;  // of its layer that bear the same licence number
  std::optional<double> declared_m2;
  std::optional<double> accuracy_m;       // stated positional accuracy
  std::optional<double> top_m, bottom_m;  // elevations between which a right holds
};

struct Activity {
  ActivityAttributes attributes;
  Geometry geometry;
  Geometry corners;   // null where they are the geometry itself
  Coordinates shape;  // of the geometry
  Geometry const& as_given() const { return corners.null() ? geometry : corners; }
  std::optional<double> planar_m2;        // in the source zone, if the source is projected
  std::optional<double> planar_meridian;  // of that zone
  bool may_lie_elsewhere = false;         // as its zone number says: it is never clear
  bool outline_open = false;              // a right drawn as lines that enclose no ground: it is never clear either
};

}  // namespace redline
