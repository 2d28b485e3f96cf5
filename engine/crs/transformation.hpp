// From a Crs to EPSG:4490 longitude/latitude and back, x = east always, with the operation and its accuracy on record.
// CGCS2000 and WGS 84 count as one. Xi'an 1980, Beijing 1954 and New Beijing need parameters from the user, else
// Error(input, "crs.datum_needs_parameters"): PROJ would pass their coordinates through unchanged. Other datums use
// PROJ's best operation for Xinjiang, or for the area of the CRS, the same for all points, never a ballpark one, else
// Error(input, "crs.no_operation"). A result that is not finite is a GeometryError naming the point. One object is used
// by one thread at a time; clone(). 7 parameters: dx dy dz (m), rx ry rz (arc-seconds, position vector), scale (ppm),
// geocentric, at ellipsoidal height 0. 4 parameters: dx dy (m), rotation r (arc-seconds), scale s (ppm) in the plane of
// a Gauss–Krüger source, x = easting with its 500 km but without a zone prefix, y = northing: x' = dx + (1 + s)(x·cos r
// − y·sin r), y' = dy + (1 + s)(x·sin r + y·cos r).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/crs/crs.hpp"
#include "engine/geometry/bounds.hpp"

namespace redline {

struct DatumParameters {
  std::string datum;  // xian1980 beijing1954 new_beijing
  std::vector<double> values;
  std::optional<double> accuracy_m;
};

class Transformation {
 public:
  Transformation(Crs crs, std::vector<DatumParameters> parameters = {});
  ~Transformation();
  Transformation(Transformation&&) noexcept;
  Transformation& operator=(Transformation&&) noexcept;
  Transformation clone() const;

  Point forward(Point p) const;  // to longitude, latitude
  Point inverse(Point p) const;
  bool identity() const;
  std::string const& operation() const;
  std::optional<double> accuracy_m() const;
  std::vector<std::string> const& missing_grids() const;  // that a better operation would need
  Crs const& crs() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace redline
