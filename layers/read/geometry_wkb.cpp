// SPDX-License-Identifier: Apache-2.0
#include "layers/read/geometry_wkb.hpp"

#include <fmt/format.h>

#include <memory>

namespace redline {
namespace {

using Owner = std::unique_ptr<OGRGeometry>;

// A bit per dimension that occurs, empty members left out; 8 for surfaces in space.
unsigned dimensions(OGRGeometry const& g) {
  if (g.IsEmpty()) return 0;
  auto const type = wkbFlatten(g.getGeometryType());
  if (type == wkbPolyhedralSurface || type == wkbTIN) return 8;
  if (type != wkbGeometryCollection) return 1u << g.getDimension();
  unsigned bits = 0;
  for (auto const* part : *g.toGeometryCollection()) bits |= dimensions(*part);
  return bits;
}

void add_parts(OGRGeometry const& g, OGRGeometryCollection& out) {
  if (!OGR_GT_IsSubClassOf(wkbFlatten(g.getGeometryType()), wkbGeometryCollection)) {
    if (!g.IsEmpty()) out.addGeometry(&g);
    return;
  }
  for (auto const* part : *g.toGeometryCollection()) add_parts(*part, out);
}

Owner of_one_dimension(OGRGeometry const& g, unsigned bits) {
  std::unique_ptr<OGRGeometryCollection> out;
  if (bits == 4)
    out = std::make_unique<OGRMultiPolygon>();
  else if (bits == 2)
    out = std::make_unique<OGRMultiLineString>();
  else
    out = std::make_unique<OGRMultiPoint>();
  add_parts(g, *out);
  return out;
}

Owner polygon_of(OGRSimpleCurve const& line) {
  auto ring = std::make_unique<OGRLinearRing>();
  ring->addSubLineString(line.toLineString());
  auto polygon = std::make_unique<OGRPolygon>();
  polygon->addRingDirectly(ring.release());
  return polygon;
}

void write(OGRGeometry const& g, Wkb& out) {
  out.resize(static_cast<std::size_t>(g.WkbSize()));
  g.exportToWkb(wkbNDR, out.data(), wkbVariantIso);
}

OGRLinearRing const* open_ring(OGRGeometry const& g) {
  auto const type = wkbFlatten(g.getGeometryType());
  if (type == wkbPolygon) {
    for (auto const* ring : *g.toPolygon())
      if (!ring->IsEmpty() && !ring->get_IsClosed()) return ring;
  } else if (type == wkbMultiPolygon) {
    for (auto const* part : *g.toMultiPolygon())
      if (auto const* ring = open_ring(*part)) return ring;
  }
  return nullptr;
}

Message unclosed(OGRLinearRing const& ring) {
  auto const end = ring.getNumPoints() - 1;
  auto const shown = [&](int i) { return fmt::format("{:.10g}, {:.10g}", ring.getX(i), ring.getY(i)); };
  return {"read.unclosed_ring", {shown(0), shown(end)}};
}

bool is_closed_line(OGRGeometry const& g) {
  if (wkbFlatten(g.getGeometryType()) != wkbLineString) return false;
  auto const& line = *g.toLineString();
  auto const n = line.getNumPoints();
  return n >= 4 && line.getX(0) == line.getX(n - 1) && line.getY(0) == line.getY(n - 1);
}

// Gives the same ground as a single type that GEOS knows, or null and the problem of the feature.
OGRGeometry* of_known_type(OGRGeometry* g, Owner& changed, RawFeature& out) {
  auto const type = wkbFlatten(g->getGeometryType());
  if (EQUAL(g->getGeometryName(), "LINEARRING")) {  // alone, in KML: WKB has none
    auto line = std::make_unique<OGRLineString>();
    line->addSubLineString(g->toLineString());
    changed = std::move(line);
  } else if (type == wkbTriangle) {
    changed = polygon_of(*g->toTriangle()->getExteriorRing());
  } else if (type == wkbGeometryCollection || type == wkbPolyhedralSurface || type == wkbTIN) {
    auto const bits = dimensions(*g);
    if (bits & 8)
      out.geometry_problem = {"read.surface", {g->getGeometryName()}};
    else if (bits != 1 && bits != 2 && bits != 4)
      out.geometry_problem = {"read.mixed", {}};
    else
      changed = of_one_dimension(*g, bits);
    if (!out.geometry_problem.key.empty()) return nullptr;
  } else {
    return g;
  }
  return changed.get();
}

}  // namespace

bool export_geometry(OGRGeometry& given, GeometryOptions const& options, RawFeature& out) {
  out.wkb.clear();
  out.had_z = given.Is3D();
  out.had_m = given.IsMeasured();
  out.had_curves = given.hasCurveGeometry(FALSE);
  Owner straight, changed;
  if (out.had_curves) straight.reset(given.getLinearGeometry(ARC_STEP_DEGREES));
  OGRGeometry* g = straight ? straight.get() : &given;
  if (out.had_z || out.had_m) g->flattenTo2D();
  if (g->IsEmpty()) return write(*g, out.wkb), false;
  g = of_known_type(g, changed, out);
  if (!g) return false;
  bool const close = options.closed_lines_are_polygons && is_closed_line(*g);
  if (close) changed = polygon_of(*g->toLineString());
  if (close) g = changed.get();
  if (auto const* ring = open_ring(*g))
    out.geometry_problem = unclosed(*ring);
  else
    write(*g, out.wkb);
  return close;
}

}  // namespace redline
