// SPDX-License-Identifier: Apache-2.0
#include "layers/read/point_of_row.hpp"

#include <ogrsf_frmts.h>

#include <cmath>
#include <memory>

#include "layers/corners/pointed_degrees.hpp"
#include "layers/read/coordinate_text.hpp"
#include "layers/read/degrees_said.hpp"
#include "layers/read/geometry_wkb.hpp"
#include "layers/read/orientation.hpp"

namespace redline {
namespace {

constexpr double SIX_DIGITS = 1e5, ZONE_STEP = 1e6;

double in_zone(double east, int zone) {
  return east >= SIX_DIGITS && east < ZONE_STEP ? east + zone * ZONE_STEP : east;
}

class IntoZone final : public OGRDefaultGeometryVisitor {
 public:
  explicit IntoZone(int zone) : m_zone(zone) {}
  using OGRDefaultGeometryVisitor::visit;
  void visit(OGRPoint* point) override {
    if (!point->IsEmpty()) point->setX(in_zone(point->getX(), m_zone));
  }

 private:
  int m_zone;
};

std::optional<double> degrees(std::optional<double> value) {
  return value && std::abs(*value) > 180 ? packed_degrees(*value) : value;
}

std::optional<double> number_in(CoordinateColumns const& columns, std::string const& text) {
  auto const bare = columns.pointed ? bare_degrees(text) : std::nullopt;
  return bare ? pointed_degrees(*bare) : coordinate(text);
}

Message row_problem(CoordinateColumns const& columns, std::optional<double> east, std::optional<double> north,
                    TextPair const& texts) {
  if (!east || !north) return Message{"read.row_no_number", {texts.first, texts.second}};
  if (*east == 0 && *north == 0) return Message{"read.row_zero", {}};
  bool const swapped = !columns.degrees && orientation(*east, *north).order == AxisReading::north_first;
  return swapped ? Message{"read.row_swapped", {texts.first, texts.second}} : Message{};
}

}  // namespace

void point_of_row(CoordinateColumns const& columns, std::string const& x, std::string const& y, RawFeature& out,
                  std::optional<int> zone) {
  out.wkb.clear();
  auto east = number_in(columns, x), north = number_in(columns, y);
  if (columns.degrees) east = degrees(east), north = degrees(north);
  out.geometry_problem = row_problem(columns, east, north, {x, y});
  if (!out.geometry_problem.key.empty()) return;
  if (zone) *east = in_zone(*east, *zone);
  OGRPoint point(*east, *north);
  export_geometry(point, {}, out);
}

void geometry_of_wkt(std::string const& wkt, RawFeature& out, std::optional<int> zone) {
  out.wkb.clear();
  if (wkt.find_first_not_of(" \t\r\n") == std::string::npos) return;
  OGRGeometry* g = nullptr;
  auto const result = OGRGeometryFactory::createFromWkt(wkt.c_str(), nullptr, &g);
  std::unique_ptr<OGRGeometry> const owner(g);
  if (result != OGRERR_NONE || !owner) {
    out.geometry_problem = Message{"read.row_bad_wkt", {wkt.substr(0, 40)}};
    return;
  }
  if (zone) {
    IntoZone into(*zone);
    owner->accept(&into);
  }
  export_geometry(*owner, {}, out);
}

}  // namespace redline
