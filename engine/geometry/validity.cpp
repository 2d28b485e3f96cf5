// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/validity.hpp"

#include "engine/core/error.hpp"

namespace redline {

using geos::context;

std::optional<Defect> defect(Geometry const& g) {
  char* reason = nullptr;
  GEOSGeometry* place = nullptr;
  auto const valid = GEOSisValidDetail_r(context(), g.get(), 0, &reason, &place);
  std::string const text = reason ? reason : "";
  if (reason) GEOSFree_r(context(), reason);
  geos::Ptr const owner(place);
  if (geos::answer(valid, "validity")) return std::nullopt;
  Defect out{text, {}};
  if (place && GEOSisEmpty_r(context(), place) == 0) {
    GEOSGeomGetX_r(context(), place, &out.place.x);
    GEOSGeomGetY_r(context(), place, &out.place.y);
  }
  return out;
}

Repaired repair(Geometry const& g) {
  std::unique_ptr<GEOSMakeValidParams, void (*)(GEOSMakeValidParams*)> const params(
      GEOSMakeValidParams_create_r(context()),
      [](GEOSMakeValidParams* p) { GEOSMakeValidParams_destroy_r(context(), p); });
  GEOSMakeValidParams_setMethod_r(context(), params.get(), GEOS_MAKE_VALID_STRUCTURE);
  GEOSMakeValidParams_setKeepCollapsed_r(context(), params.get(), 0);
  Geometry const whole(geos::own(GEOSMakeValidWithParams_r(context(), g.get(), params.get()), "repair"));
  auto const d = g.dimension();
  Repaired out{d < 0 ? whole.clone() : only_dimension(whole, d), g.planar_area(), 0};
  out.area_after = out.geometry.planar_area();
  return out;
}

}  // namespace redline
