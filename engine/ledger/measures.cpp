// SPDX-License-Identifier: Apache-2.0
#include "engine/ledger/measures.hpp"

#include <algorithm>

#include "engine/basemap/near.hpp"
#include "engine/core/hash.hpp"
#include "engine/ledger/deep_point.hpp"
#include "engine/measure/area.hpp"

namespace redline {
namespace {

constexpr std::size_t TRIED_VERTICES = 64;

}  // namespace

void measure_activity(Activity const& activity, ActivityRow& row) {
  auto const other = activity.corners.null() ? Coordinates{} : coordinates(activity.corners);
  auto const& corners = activity.corners.null() ? activity.shape : other;
  row.corners = wkb(corners);
  if (activity.shape.dimension != 2) return;
  row.tdt1055_m2 = tdt1055_area_m2(corners);
  row.geodesic_m2 = geodesic_area_m2(corners);
  row.planar_meridian =
      activity.planar_meridian ? *activity.planar_meridian : default_meridian(activity.geometry.bounds().centre().x);
  row.planar_m2 = activity.planar_m2 ? *activity.planar_m2 : planar_area_m2(corners, *row.planar_meridian);
}

double overlap_area_m2(Overlap const& o, AreaMethod method) {
  if (o.contact) return 0;
  switch (method) {
    case AreaMethod::exact:
      return o.m2;
    case AreaMethod::geodesic:
      return geodesic_area_m2(o.geometry);
    case AreaMethod::tdt1055:
      return tdt1055_area_m2(o.geometry);
    case AreaMethod::planar:
      return planar_area_m2(o.geometry, default_meridian(o.inside.x));
  }
  return o.m2;
}

std::string conflict_id(ActivityAttributes const& a, ProtectedArea const& area, std::string const& zone) {
  Sha256 hash;
  for (auto const* part : {&a.layer, &a.id, &a.occurrence, &area.layer, &area.id, &zone}) {
    hash.add(*part);
    hash.add(std::string_view("\x1f", 1));
  }
  return hash.hex().substr(0, 16);
}

std::string certainty(Basemap const& basemap, Overlap const& o, std::optional<double> activity_accuracy_m) {
  if (o.contact) return "contact";
  auto const area_accuracy = basemap.areas()[o.area].accuracy_m;
  if (!activity_accuracy_m || !area_accuracy) return "not_stated";
  auto const needed = std::max(*activity_accuracy_m + *area_accuracy, LEAST_ACCURACY_M);
  if (depth_is_at_least(basemap, o.area, o.zone, o.inside, needed)) return "certain";
  auto const shape = coordinates(o.geometry);
  if (shape.dimension == 1) return deep_point(basemap, o.area, o.zone, shape, needed) ? "certain" : "within_accuracy";
  std::size_t tried = 0;
  for (auto const& part : shape.parts)
    for (auto const& ring : part)
      for (auto const& p : ring) {
        if (++tried > TRIED_VERTICES) return "within_accuracy";
        if (depth_is_at_least(basemap, o.area, o.zone, p, needed)) return "certain";
      }
  return "within_accuracy";
}

}  // namespace redline
