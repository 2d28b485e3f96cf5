// SPDX-License-Identifier: Apache-2.0
#include "engine/cut/clear_of.hpp"

#include "engine/core/error.hpp"
#include "engine/measure/width.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/overlay/overlap.hpp"

namespace redline {
namespace {

Clear of_piece(GEOSPreparedGeometry const* prepared, Geometry const& ground, Geometry const& piece, Contact contact) {
  auto const meets = GEOSPreparedIntersects_r(geos::context(), prepared, piece.get());
  if (meets == 0) return Clear::yes;
  if (meets != 1 || contact == Contact::counts) return meets == 1 ? Clear::no : Clear::unsure;
  auto const shared = only_dimension(intersection_by_ladder(ground, piece).geometry, 2);
  return shared.empty() || largest_circle(shared).width_m < CONTACT_WIDTH_M ? Clear::yes : Clear::no;
}

}  // namespace

Clear clear_of(Geometry const& ground, std::span<Geometry const> protected_ground, Contact contact) {
  geos::PreparedPtr const prepared(GEOSPrepare_r(geos::context(), ground.get()));
  if (!prepared) return Clear::unsure;
  auto const bounds = ground.bounds();
  auto out = Clear::yes;
  for (auto const& piece : protected_ground) {
    try {
      if (piece.empty() || !bounds.intersects(piece.bounds())) continue;
      auto const answer = of_piece(prepared.get(), ground, piece, contact);
      if (answer == Clear::no) return answer;
      if (answer == Clear::unsure) out = answer;
    } catch (GeometryError const&) {
      out = Clear::unsure;
    }
  }
  return out;
}

bool lies_within(Geometry const& part, Geometry const& whole, double contact_width) {
  try {
    if (covers(whole, part)) return true;
    auto const outside = only_dimension(difference(part, whole), 2);
    if (outside.empty()) return true;
    // a piece wider than this would survive being narrowed from both sides
    auto const narrowed = geos::own(GEOSBuffer_r(geos::context(), outside.get(), -contact_width / 2, 1), "narrow");
    return geos::answer(GEOSisEmpty_r(geos::context(), narrowed.get()), "empty");
  } catch (GeometryError const&) {
    return false;
  }
}

}  // namespace redline
