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

using Parts = std::vector<geos::Ptr>;

geos::Ptr copied(GEOSGeometry const* g) { return geos::own(GEOSGeom_clone_r(context(), g), "clone"); }

// The parts of dimension d; a part that stands alone is moved, the children of a collection have to be copied.
void gather(geos::Ptr g, int d, Parts& out) {
  auto* const ctx = context();
  if (!g || GEOSisEmpty_r(ctx, g.get()) == 1) return;
  if (auto const own_dimension = simple_dimension(g.get()); own_dimension >= 0) {
    if (own_dimension == d) out.push_back(std::move(g));
    return;
  }
  int const n = GEOSGetNumGeometries_r(ctx, g.get());
  for (int i = 0; i < n; ++i) gather(copied(GEOSGetGeometryN_r(ctx, g.get(), i)), d, out);
}

Geometry multi(Parts parts, int dimension) {
  std::vector<GEOSGeometry*> raw;
  raw.reserve(parts.size());
  for (auto& p : parts) raw.push_back(p.release());  // the collection consumes them even when it fails
  auto const type = multi_type(dimension);
  return Geometry(geos::own(GEOSGeom_createCollection_r(context(), type, raw.data(), static_cast<unsigned>(raw.size())),
                            "collect"));
}

bool is_multi_of(GEOSGeometry const* g, int d) {
  auto* const ctx = context();
  if (GEOSGeomTypeId_r(ctx, g) != multi_type(d)) return false;
  for (int i = GEOSGetNumGeometries_r(ctx, g); i-- > 0;)
    if (GEOSisEmpty_r(ctx, GEOSGetGeometryN_r(ctx, g, i)) == 1) return false;
  return true;
}

}  // namespace

Geometry Geometry::from_wkb(std::span<unsigned char const> wkb) {
  thread_local Reader const reader;
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
  thread_local Writer const writer;
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
  return Geometry(copied(borrowed));
}

Geometry Geometry::clone() const { return null() ? Geometry() : Geometry(copied(m_geom.get())); }

Geometry collect(std::vector<Geometry> parts, int dimension) {
  Parts flat;
  for (auto& p : parts) gather(std::move(p).take(), dimension, flat);
  return multi(std::move(flat), dimension);
}

Geometry only_dimension(Geometry&& g, int d) {
  if (!g.null() && is_multi_of(g.get(), d)) return std::move(g);
  Parts found;
  gather(std::move(g).take(), d, found);
  return multi(std::move(found), d);
}

Geometry only_dimension(Geometry const& g, int d) { return only_dimension(g.clone(), d); }

Geometry intersection(Geometry const& a, Geometry const& b) {
  return Geometry(geos::own(GEOSIntersection_r(context(), a.get(), b.get()), "intersection"));
}

Geometry difference(Geometry const& a, Geometry const& b) {
  return Geometry(geos::own(GEOSDifference_r(context(), a.get(), b.get()), "difference"));
}

Geometry union_all(std::vector<Geometry> parts, int dimension) {
  auto const together = collect(std::move(parts), dimension);
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
