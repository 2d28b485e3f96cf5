// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/validity.hpp"

#include "engine/core/error.hpp"
#include "engine/geometry/orientation.hpp"

namespace redline {

using geos::context;

namespace {

constexpr std::size_t FEW_EDGES = 48;  // every pair of edges is looked at

bool surely_simple(Ring const& r) {
  auto const n = r.size() - 1;  // edges; edge i runs from r[i] to r[i + 1]
  for (std::size_t i = 0; i < n; ++i) {
    if (side(r[i], r[i + 1], r[(i + 2) % n]) == 0) return false;  // neither a spike nor a point given twice
    for (std::size_t j = i + 2; j < n; ++j)
      if (!(i == 0 && j == n - 1) && may_meet(r[i], r[i + 1], r[j], r[j + 1])) return false;
  }
  return true;
}

}  // namespace

bool surely_valid(Coordinates const& c) {
  if (c.dimension == 0) return true;
  if (c.dimension != 2 || c.parts.size() != 1 || c.parts[0].size() != 1) return false;
  auto const& ring = c.parts[0][0];
  return ring.size() >= 4 && ring.size() <= FEW_EDGES + 1 && ring.front() == ring.back() && surely_simple(ring);
}

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
