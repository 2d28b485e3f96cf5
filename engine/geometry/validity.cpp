// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/validity.hpp"

#include <algorithm>

#include "engine/core/error.hpp"
#include "engine/geometry/oriented_rings.hpp"
#include "engine/geometry/parity.hpp"
#include "engine/geometry/simple.hpp"

namespace redline {

using geos::context;

namespace {

constexpr std::size_t MOST_HOLES = 200, MOST_PARTS = 200;  // every pair is looked at

bool closed(Ring const& r) { return r.size() >= 4 && r.front() == r.back(); }

bool surely_inside(Ring const& ring, Point p) {
  Parity parity(p);
  parity.add(ring);
  return parity.sure() && parity.odd();
}

bool surely_outside(Ring const& ring, Point p) {
  Parity parity(p);
  parity.add(ring);
  return parity.sure() && !parity.odd();
}

// Of rings that nowhere meet, one corner of each tells.
bool holes_in_place(RingsOfPart const& rings) {
  if (rings.size() > MOST_HOLES) return false;
  for (std::size_t i = 1; i < rings.size(); ++i) {
    if (!surely_inside(rings[0], rings[i].front())) return false;
    for (std::size_t j = 1; j < rings.size(); ++j)
      if (j != i && !surely_outside(rings[j], rings[i].front())) return false;
  }
  return true;
}

bool surely_outside(RingsOfPart const& rings, Point p) {
  Parity parity(p);
  for (auto const& ring : rings) parity.add(ring);
  return parity.sure() && !parity.odd();
}

// Of parts whose rings nowhere meet, one corner of each shell tells: beside the other part or in a hole of it.
bool parts_apart(Coordinates const& c) {
  std::vector<Bounds> boxes;
  for (auto const& part : c.parts) {
    auto const box = bounds_of(part[0]);
    for (std::size_t i = 0; i < boxes.size(); ++i)
      if (boxes[i].intersects(box) &&
          !(surely_outside(c.parts[i], part[0].front()) && surely_outside(part, c.parts[i][0].front())))
        return false;
    boxes.push_back(box);
  }
  return true;
}

bool rings_closed(Coordinates const& c) {
  for (auto const& part : c.parts)
    if (part.empty() || !std::all_of(part.begin(), part.end(), closed)) return false;
  return !c.parts.empty();
}

}  // namespace

bool surely_valid(Coordinates const& c) {
  if (c.dimension == 0) return true;
  return c.dimension == 2 && c.parts.size() <= MOST_PARTS && rings_closed(c) && surely_simple(c) &&
         std::all_of(c.parts.begin(), c.parts.end(), holes_in_place) && parts_apart(c);
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
