// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/coordinates.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "engine/core/error.hpp"

namespace redline {
namespace {

using geos::context;

Ring ring_of(GEOSGeometry const* line) {
  auto const* seq = GEOSGeom_getCoordSeq_r(context(), line);
  unsigned n = 0;
  geos::check(GEOSCoordSeq_getSize_r(context(), seq, &n), "size");
  Ring out(n);
  if (n > 0) geos::check(GEOSCoordSeq_copyToBuffer_r(context(), seq, &out[0].x, 0, 0), "copy coordinates");
  return out;
}

RingsOfPart rings_of(GEOSGeometry const* g, int dimension) {
  if (dimension < 2) return {ring_of(g)};
  RingsOfPart out{ring_of(GEOSGetExteriorRing_r(context(), g))};
  int const holes = GEOSGetNumInteriorRings_r(context(), g);
  for (int i = 0; i < holes; ++i) out.push_back(ring_of(GEOSGetInteriorRingN_r(context(), g, i)));
  return out;
}

geos::Ptr line(Ring const& ring, bool closed) {
  static_assert(sizeof(Point) == 2 * sizeof(double));
  auto* seq = GEOSCoordSeq_copyFromBuffer_r(context(), ring.empty() ? nullptr : &ring[0].x,
                                            static_cast<unsigned>(ring.size()), 0, 0);
  return geos::own(closed ? GEOSGeom_createLinearRing_r(context(), seq) : GEOSGeom_createLineString_r(context(), seq),
                   closed ? "ring" : "line");
}

Geometry polygon(RingsOfPart const& rings) {
  auto shell = line(rings.at(0), true);
  std::vector<geos::Ptr> holes;
  for (std::size_t i = 1; i < rings.size(); ++i) holes.push_back(line(rings[i], true));
  std::vector<GEOSGeometry*> raw;
  raw.reserve(holes.size());
  for (auto& h : holes) raw.push_back(h.release());
  return Geometry(geos::own(
      GEOSGeom_createPolygon_r(context(), shell.release(), raw.data(), static_cast<unsigned>(raw.size())), "polygon"));
}

bool line_has(GEOSGeometry const* line, double Point::*axis, double value) {
  thread_local std::vector<Point> points;
  auto const* seq = GEOSGeom_getCoordSeq_r(context(), line);
  unsigned n = 0;
  geos::check(GEOSCoordSeq_getSize_r(context(), seq, &n), "size");
  if (n == 0) return false;
  points.resize(n);
  geos::check(GEOSCoordSeq_copyToBuffer_r(context(), seq, &points[0].x, 0, 0), "copy coordinates");
  return std::any_of(points.begin(), points.end(), [&](Point const& p) { return p.*axis == value; });
}

bool part_has(GEOSGeometry const* g, double Point::*axis, double value) {
  if (GEOSisEmpty_r(context(), g) == 1) return false;
  if (GEOSGeom_getDimensions_r(context(), g) < 2) return line_has(g, axis, value);
  if (line_has(GEOSGetExteriorRing_r(context(), g), axis, value)) return true;
  for (int i = GEOSGetNumInteriorRings_r(context(), g); i-- > 0;)
    if (line_has(GEOSGetInteriorRingN_r(context(), g, i), axis, value)) return true;
  return false;
}

static_assert(std::endian::native == std::endian::little, "WKB is written as the machine has it");

class WkbBytes {
 public:
  explicit WkbBytes(Coordinates const& c) {
    std::size_t size = 9;
    for (auto const& part : c.parts) {
      size += 9;
      for (auto const& ring : part) size += 4 + ring.size() * sizeof(Point);
    }
    m_out.reserve(size);
  }
  void head(std::uint32_t type) {
    m_out.push_back(1);
    append(&type, sizeof(type));
  }
  void count(std::size_t n) {
    auto const number = static_cast<std::uint32_t>(n);
    append(&number, sizeof(number));
  }
  void points(Ring const& ring) { append(ring.data(), ring.size() * sizeof(Point)); }
  Wkb take() && { return std::move(m_out); }

 private:
  void append(void const* from, std::size_t bytes) {
    auto const* first = static_cast<unsigned char const*>(from);
    m_out.insert(m_out.end(), first, first + bytes);
  }
  Wkb m_out;
};

}  // namespace

bool has_corner_at(Geometry const& g, double Point::*axis, double value) {
  for (int i = static_cast<int>(g.parts()); i-- > 0;)
    if (part_has(GEOSGetGeometryN_r(context(), g.get(), i), axis, value)) return true;
  return false;
}

Coordinates coordinates(Geometry const& g) {
  Coordinates out;
  out.dimension = g.dimension();
  if (out.dimension < 0) return out;
  int const n = GEOSGetNumGeometries_r(context(), g.get());
  for (int i = 0; i < n; ++i) {
    auto const* part = GEOSGetGeometryN_r(context(), g.get(), i);
    if (GEOSisEmpty_r(context(), part) != 1) out.parts.push_back(rings_of(part, out.dimension));
  }
  return out;
}

Geometry build_part(RingsOfPart const& rings, int dimension) {
  if (dimension == 2) return polygon(rings);
  return dimension == 1 ? Geometry(line(rings.at(0), false)) : Geometry::point(rings.at(0).at(0));
}

Geometry build(Coordinates const& c) {
  std::vector<Geometry> parts;
  if (c.dimension >= 0)
    for (auto const& rings : c.parts) parts.push_back(build_part(rings, c.dimension));
  return collect(std::move(parts), c.dimension < 0 ? 2 : c.dimension);
}

Geometry transform(Geometry const& g, std::function<Point(Point)> const& f) {
  auto c = coordinates(g);
  for (auto& part : c.parts)
    for (auto& ring : part)
      for (auto& p : ring) p = f(p);
  return build(c);
}

bool all_finite(Coordinates const& c) {
  for (auto const& part : c.parts)
    for (auto const& ring : part)
      for (auto const& p : ring)
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) return false;
  return true;
}

Wkb wkb(Coordinates const& c) {
  auto const single = static_cast<std::uint32_t>((c.dimension < 0 ? 2 : c.dimension) + 1);
  WkbBytes out(c);
  out.head(single + 3);
  out.count(c.parts.size());
  for (auto const& part : c.parts) {
    out.head(single);
    if (single == 3) out.count(part.size());
    for (auto const& ring : part) {
      if (single > 1) out.count(ring.size());
      out.points(ring);
    }
  }
  return std::move(out).take();
}

double signed_area(Ring const& r) {
  double twice = 0;
  for (std::size_t i = 1; i < r.size(); ++i)
    twice += (r[i - 1].x - r[0].x) * (r[i].y - r[0].y) - (r[i].x - r[0].x) * (r[i - 1].y - r[0].y);
  return twice / 2;
}

}  // namespace redline
