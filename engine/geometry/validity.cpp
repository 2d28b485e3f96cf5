// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/validity.hpp"

#include <algorithm>
#include <span>

#include "engine/core/error.hpp"
#include "engine/geometry/oriented_rings.hpp"
#include "engine/geometry/parity.hpp"
#include "engine/geometry/simple.hpp"

namespace redline {

using geos::context;

namespace {

constexpr std::size_t MOST_HOLES = 200, MOST_PARTS = 200;  // every pair is looked at
constexpr std::size_t CORNERS_TRIED = 8;

bool closed(Ring const& r) { return r.size() >= 4 && r.front() == r.back(); }

// Of rings that nowhere cross, one corner tells that does not lie on another, as where they touch. Null where none
// does.
std::optional<bool> inside(std::span<Ring const> rings, Ring const& other) {
  for (auto const& corner : std::span(other).first(std::min(other.size(), CORNERS_TRIED))) {
    Parity parity(corner);
    for (auto const& ring : rings) parity.add(ring);
    if (parity.sure()) return parity.odd();
  }
  return std::nullopt;
}

bool holes_in_place(RingsOfPart const& rings) {
  if (rings.size() > MOST_HOLES) return false;
  std::span const all(rings);
  for (std::size_t i = 1; i < rings.size(); ++i) {
    if (inside(all.first(1), rings[i]) != true) return false;
    for (std::size_t j = 1; j < rings.size(); ++j)
      if (j != i && inside(all.subspan(j, 1), rings[i]) != false) return false;
  }
  return true;
}

// Each shell beside the other part or in a hole of it.
bool parts_apart(Coordinates const& c) {
  std::vector<Bounds> boxes;
  for (auto const& part : c.parts) {
    auto const box = bounds_of(part[0]);
    for (std::size_t i = 0; i < boxes.size(); ++i)
      if (boxes[i].intersects(box) && (inside(c.parts[i], part[0]) != false || inside(part, c.parts[i][0]) != false))
        return false;
    boxes.push_back(box);
  }
  return true;
}

// Rings of one part that touch each other in a circle may divide its interior.
class Touching {
 public:
  explicit Touching(Coordinates const& c) {
    for (auto const& part : c.parts)
      for (std::size_t i = 0; i < part.size(); ++i) m_part.push_back(&part), m_root.push_back(m_root.size());
  }
  bool no_circles(std::vector<Touch> const& touches) {
    return std::all_of(touches.begin(), touches.end(), [this](Touch const& t) {
      return m_part[t.ring] != m_part[t.other] || joined(root(t.ring), root(t.other));
    });
  }

 private:
  bool joined(std::size_t a, std::size_t b) {
    m_root[a] = b;
    return a != b;
  }
  std::size_t root(std::size_t ring) const {
    while (m_root[ring] != ring) ring = m_root[ring];
    return ring;
  }
  std::vector<RingsOfPart const*> m_part;
  std::vector<std::size_t> m_root;  // of the rings that hang together by touching
};

bool interiors_whole(Coordinates const& c) {
  auto const touches = sure_touches(c);
  return touches && (touches->empty() || Touching(c).no_circles(*touches));
}

bool rings_closed(Coordinates const& c) {
  for (auto const& part : c.parts)
    if (part.empty() || !std::all_of(part.begin(), part.end(), closed)) return false;
  return !c.parts.empty();
}

}  // namespace

bool surely_valid(Coordinates const& c) {
  if (c.dimension == 0) return true;
  return c.dimension == 2 && c.parts.size() <= MOST_PARTS && rings_closed(c) && interiors_whole(c) &&
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
