// The plane in which corners are printed, with one print step (0.01 m, 0.001″) as its unit and an origin on a whole
// number of steps, so that corners that can be printed are whole numbers. Edges straight there are straight in the
// printed CRS. to_frame(Geometry) adds vertices to edges of longitude/latitude, at most every `every_m` metres, where
// the printed CRS is a projected one. printed() of whole numbers is the very double that is read from the digits.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/crs/transformation.hpp"
#include "engine/geometry/coordinates.hpp"

namespace redline {

class PrintFrame {
 public:
  PrintFrame(Transformation const& printed, Point origin_lonlat);

  Geometry to_frame(Geometry const& lonlat, double every_m) const;
  Point to_frame(Point lonlat) const;
  Point printed(Point frame) const;
  Point to_lonlat(Point frame) const;
  Geometry to_lonlat(Geometry const& frame, double bound_m) const;  // as it is read back
  double metres_x() const { return m_metres_x; }                    // of one step
  double metres_y() const { return m_metres_y; }
  double round_trip_error() const;  // steps, at the origin: datum parameters do not lead back quite
  double square_metres() const { return m_metres_x * m_metres_y; }
  double steps(double metres) const { return metres / (m_metres_x < m_metres_y ? m_metres_x : m_metres_y); }
  double origin_x() const { return m_origin_x; }  // in steps
  double origin_y() const { return m_origin_y; }
  Transformation const& transformation() const { return m_printed; }

 private:
  Transformation const& m_printed;
  double m_per_unit = 100, m_origin_x = 0, m_origin_y = 0, m_metres_x = 0.01, m_metres_y = 0.01;
};

// Open rings, interior to the left (shells counter-clockwise, holes clockwise).
std::vector<RingsOfPart> open_rings(Geometry const& g);
Geometry closed(std::vector<RingsOfPart> parts);
double twice_signed_area(Ring const& open);
// Without corners that lie on the straight way between their neighbours, within a tolerance; points where rings touch
// (or one touches itself) stay corners of both. A ring may have fewer than three corners afterwards.
std::vector<RingsOfPart> without_straight(std::vector<RingsOfPart> parts, double tolerance);

}  // namespace redline
