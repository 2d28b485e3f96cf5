// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/geometry.hpp"

#include "engine/core/error.hpp"

namespace redline {
namespace {

using geos::context;

struct Reader {
  GEOSWKBReader* r = GEOSWKBReader_create_r(context());
  ~Reader() { GEOSWKBReader_destroy_r(context(), r); }
};
struct Writer {
  GEOSWKBWriter* w = GEOSWKBWriter_create_r(context());
  Writer() {
    GEOSWKBWriter_setOutputDimension_r(context(), w, 2);
    GEOSWKBWriter_setByteOrder_r(context(), w, GEOS_WKB_NDR);
  }
  ~Writer() { GEOSWKBWriter_destroy_r(context(), w); }
};

int multi_type(int dimension) {
  return dimension == 0 ? GEOS_MULTIPOINT : dimension == 1 ? GEOS_MULTILINESTRING : GEOS_MULTIPOLYGON;
}

int simple_dimension(GEOSGeometry const* g) {
  switch (GEOSGeomTypeId_r(context(), g)) {
    case GEOS_POINT:
      return 0;
    case GEOS_LINESTRING:
    case GEOS_LINEARRING:
      return 1;
    case GEOS_POLYGON:
      return 2;
    default:
      return -1;
  }
}

void gather(GEOSGeometry const* g, int d, std::vector<Geometry>& out) {
  auto const ctx = context();
  if (GEOSisEmpty_r(ctx, g) == 1) return;
  if (auto const own_dimension = simple_dimension(g); own_dimension >= 0) {
    if (own_dimension == d) out.emplace_back(geos::own(GEOSGeom_clone_r(ctx, g), "clone"));
    return;
  }
  int const n = GEOSGetNumGeometries_r(ctx, g);
  for (int i = 0; i < n; ++i) gather(GEOSGetGeometryN_r(ctx, g, i), d, out);
}

}  // namespace

Geometry Geometry::from_wkb(std::span<unsigned char const> wkb) {
  Reader reader;
  return Geometry(geos::own(GEOSWKBReader_read_r(context(), reader.r, wkb.data(), wkb.size()), "read WKB"));
}

Geometry Geometry::from_wkt(std::string const& wkt) {
  auto const ctx = context();
  auto* reader = GEOSWKTReader_create_r(ctx);
  auto* g = GEOSWKTReader_read_r(ctx, reader, wkt.c_str());
  GEOSWKTReader_destroy_r(ctx, reader);
  return Geometry(geos::own(g, "read WKT"));
}

Geometry Geometry::rectangle(Bounds const& b) {
  return Geometry(geos::own(GEOSGeom_createRectangle_r(context(), b.min_x, b.min_y, b.max_x, b.max_y), "rectangle"));
}

Geometry Geometry::point(Point p) {
  return Geometry(geos::own(GEOSGeom_createPointFromXY_r(context(), p.x, p.y), "point"));
}

Wkb Geometry::wkb() const {
  Writer writer;
  std::size_t size = 0;
  auto* bytes = GEOSWKBWriter_write_r(context(), writer.w, m_geom.get(), &size);
  if (!bytes) throw GeometryError("write WKB", geos::take_message());
  Wkb out(bytes, bytes + size);
  GEOSFree_r(context(), bytes);
  return out;
}

std::string Geometry::wkt(int decimals) const {
  auto const ctx = context();
  auto* writer = GEOSWKTWriter_create_r(ctx);
  GEOSWKTWriter_setTrim_r(ctx, writer, 1);
  GEOSWKTWriter_setRoundingPrecision_r(ctx, writer, decimals);
  auto* text = GEOSWKTWriter_write_r(ctx, writer, m_geom.get());
  GEOSWKTWriter_destroy_r(ctx, writer);
  if (!text) throw GeometryError("write WKT", geos::take_message());
  std::string out(text);
  GEOSFree_r(ctx, text);
  return out;
}

bool Geometry::empty() const { return null() || geos::answer(GEOSisEmpty_r(context(), m_geom.get()), "empty"); }

int Geometry::dimension() const {
  if (empty()) return -1;
  auto const type = GEOSGeomTypeId_r(context(), m_geom.get());
  if (type == GEOS_GEOMETRYCOLLECTION) return -1;
  return GEOSGeom_getDimensions_r(context(), m_geom.get());
}

Bounds Geometry::bounds() const {
  Bounds b;
  if (empty()) return b;
  geos::check(GEOSGeom_getExtent_r(context(), m_geom.get(), &b.min_x, &b.min_y, &b.max_x, &b.max_y), "bounds");
  return b;
}

std::size_t Geometry::vertices() const {
  return null() ? 0 : static_cast<std::size_t>(GEOSGetNumCoordinates_r(context(), m_geom.get()));
}

double Geometry::planar_area() const {
  double area = 0;
  if (!null()) geos::check(GEOSArea_r(context(), m_geom.get(), &area), "area");
  return area;
}

double Geometry::planar_length() const {
  double length = 0;
  if (!null()) geos::check(GEOSLength_r(context(), m_geom.get(), &length), "length");
  return length;
}

bool Geometry::is_collection() const {
  return !null() && GEOSGeomTypeId_r(context(), m_geom.get()) == GEOS_GEOMETRYCOLLECTION;
}

std::size_t Geometry::parts() const {
  return null() ? 0 : static_cast<std::size_t>(GEOSGetNumGeometries_r(context(), m_geom.get()));
}

Geometry Geometry::part(std::size_t i) const {
  auto const* borrowed = GEOSGetGeometryN_r(context(), m_geom.get(), static_cast<int>(i));
  if (!borrowed) throw GeometryError("part", geos::take_message());
  return Geometry(geos::own(GEOSGeom_clone_r(context(), borrowed), "clone"));
}

Geometry Geometry::clone() const {
  return null() ? Geometry() : Geometry(geos::own(GEOSGeom_clone_r(context(), m_geom.get()), "clone"));
}

Geometry collect(std::vector<Geometry> const& parts, int dimension) {
  std::vector<Geometry> flat;
  for (auto const& p : parts)
    if (!p.null()) gather(p.get(), dimension, flat);
  // The collection consumes its parts even when it fails, so they are released only here.
  std::vector<geos::Ptr> owned;
  owned.reserve(flat.size());
  for (auto& p : flat) owned.push_back(geos::own(GEOSGeom_clone_r(context(), p.get()), "clone"));
  std::vector<GEOSGeometry*> raw;
  raw.reserve(owned.size());
  for (auto& p : owned) raw.push_back(p.release());
  return Geometry(geos::own(
      GEOSGeom_createCollection_r(context(), multi_type(dimension), raw.data(), static_cast<unsigned>(raw.size())),
      "collect"));
}

Geometry only_dimension(Geometry const& g, int d) {
  std::vector<Geometry> found;
  if (!g.null()) gather(g.get(), d, found);
  return collect(std::move(found), d);
}

Geometry intersection(Geometry const& a, Geometry const& b) {
  return Geometry(geos::own(GEOSIntersection_r(context(), a.get(), b.get()), "intersection"));
}

Geometry difference(Geometry const& a, Geometry const& b) {
  return Geometry(geos::own(GEOSDifference_r(context(), a.get(), b.get()), "difference"));
}

Geometry union_all(std::vector<Geometry> const& parts, int dimension) {
  auto const together = collect(parts, dimension);
  return only_dimension(Geometry(geos::own(GEOSUnaryUnion_r(context(), together.get()), "union")), dimension);
}

bool intersects(Geometry const& a, Geometry const& b) {
  return geos::answer(GEOSIntersects_r(context(), a.get(), b.get()), "intersects");
}

bool covers(Geometry const& a, Geometry const& b) {
  return geos::answer(GEOSCovers_r(context(), a.get(), b.get()), "covers");
}

bool interiors_meet(Geometry const& a, Geometry const& b) {
  return geos::answer(GEOSRelatePattern_r(context(), a.get(), b.get(), "T********"), "relate");
}

}  // namespace redline
