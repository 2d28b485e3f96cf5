// SPDX-License-Identifier: Apache-2.0
#include "layers/qgis/display_crs.hpp"

#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "layers/gdal/errors.hpp"

namespace redline {
namespace {

constexpr double ZONE_DEGREES = 3;
constexpr int FIRST_MERIDIAN = 75, LAST_MERIDIAN = 135, FIRST_EPSG = 4534;  // CGCS2000 / 3-degree Gauss-Kruger CM 75E

struct CplFree {
  void operator()(char* p) const noexcept { CPLFree(p); }
};

std::string wkt_of(OGRSpatialReference const& srs) {
  char* raw = nullptr;
  char const* options[] = {"FORMAT=WKT2_2019", nullptr};
  srs.exportToWkt(&raw, options);
  std::unique_ptr<char, CplFree> const text(raw);
  return text ? text.get() : "";
}

OGRSpatialReference albers(Bounds const& b) {
  auto const sixth = (b.max_y - b.min_y) / 6;
  auto const south = std::round(b.min_y + sixth);
  auto north = std::max(south + 1, std::round(b.max_y - sixth));
  if (south + north == 0) north += 1;  // as far south as north: no cone touches both
  auto const c = b.centre();
  OGRSpatialReference srs;
  srs.importFromEPSG(4490);
  srs.SetProjCS("CGCS2000 / Albers");
  srs.SetACEA(south, north, std::round(c.y), std::round(c.x), 0, 0);
  return srs;
}

Bounds transformed(OGRSpatialReference& to, Bounds const& b) {
  OGRSpatialReference from;
  from.importFromEPSG(4490);
  from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  std::unique_ptr<OGRCoordinateTransformation> const t(OGRCreateCoordinateTransformation(&from, &to));
  Bounds out;
  if (!t || !t->TransformBounds(b.min_x, b.min_y, b.max_x, b.max_y, &out.min_x, &out.min_y, &out.max_x, &out.max_y, 21))
    return {};
  return out;
}

}  // namespace

std::string wkt_of_epsg(int code) {
  OGRSpatialReference srs;
  srs.importFromEPSG(code);
  return wkt_of(srs);
}

DisplayCrs display_crs(Bounds const& ground) {
  GdalErrors errors;
  auto const b = ground.empty() ? Bounds{73, 34, 97, 50} : ground;
  auto const meridian = static_cast<int>(ZONE_DEGREES * std::round(b.centre().x / ZONE_DEGREES));
  bool const one_zone = b.max_x - b.min_x <= ZONE_DEGREES && meridian >= FIRST_MERIDIAN && meridian <= LAST_MERIDIAN;
  DisplayCrs out;
  OGRSpatialReference srs;
  if (one_zone) {
    auto const code = FIRST_EPSG + (meridian - FIRST_MERIDIAN) / 3;
    out.authority = "EPSG:" + std::to_string(code);
    srs.importFromEPSG(code);
  } else {
    srs = albers(b);
  }
  out.wkt = wkt_of(srs);
  out.shown = transformed(srs, b);
  return out;
}

}  // namespace redline
