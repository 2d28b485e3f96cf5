// A geometry as a move-only value, x = longitude or easting, y = latitude or northing, always two-dimensional.
// Dimension: 0 points, 1 lines, 2 polygons; -1 for empty or mixed collections. Every operation throws GeometryError
// where GEOS fails. A value may move between threads; one value is used by one thread at a time, also when const.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/geometry/bounds.hpp"
#include "engine/geometry/geos.hpp"

namespace redline {

using Wkb = std::vector<unsigned char>;

class Geometry {
 public:
  Geometry() = default;  // the null geometry
  explicit Geometry(geos::Ptr g) : m_geom(std::move(g)) {}

  static Geometry from_wkb(std::span<unsigned char const> wkb);
  static Geometry from_wkt(std::string const& wkt);
  static Geometry rectangle(Bounds const& b);
  static Geometry point(Point p);
  Wkb wkb() const;  // little-endian, two-dimensional
  std::string wkt(int decimals = 9) const;

  bool null() const { return !m_geom; }
  bool empty() const;
  int dimension() const;
  Bounds bounds() const;
  std::size_t vertices() const;
  double planar_area() const;  // in square units of the coordinates
  double planar_length() const;
  bool is_collection() const;  // GEOMETRYCOLLECTION, not MULTI*
  std::size_t parts() const;
  Geometry part(std::size_t i) const;  // a copy
  Geometry clone() const;
  GEOSGeometry const* get() const { return m_geom.get(); }
  geos::Ptr take() && { return std::move(m_geom); }

 private:
  geos::Ptr m_geom;
};

// Only the parts of dimension d (0 multipoint, 1 multiline, 2 multipolygon); an empty multi-geometry if there are none.
Geometry only_dimension(Geometry const& g, int d);
Geometry only_dimension(Geometry&& g, int d);
Geometry collect(std::vector<Geometry> parts, int dimension);  // MULTI*, no dissolving

Geometry intersection(Geometry const& a, Geometry const& b);
Geometry difference(Geometry const& a, Geometry const& b);
Geometry union_all(std::vector<Geometry> parts, int dimension);  // dissolved
bool intersects(Geometry const& a, Geometry const& b);
bool covers(Geometry const& a, Geometry const& b);
bool interiors_meet(Geometry const& a, Geometry const& b);

}  // namespace redline
