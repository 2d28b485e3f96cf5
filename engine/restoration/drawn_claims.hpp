// What polygons claim of a site as restored whose polygons stand at different stages, or some of which were sent back
// by polygon: each claim that no running sum has replaced counts its ground that still stands and that no earlier claim
// of the site, nor another site, counts; apart from that the ground that was sent back by number before it. Filled:
// known.drawn_claims.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/claims.hpp"

namespace redline {

bool claims_ground(Polygon const& p);
bool of_one_site(Polygon const& a, Polygon const& b);
Amount part_of_figure(Polygon const& claim, double shared);  // that the shared ground is of what the claim counts

// By place: claims of sites to which this applies.
std::vector<bool> claims_to_join(std::vector<Polygon> const& polygons);

class JoinedClaims {
 public:
  JoinedClaims(std::vector<Polygon> const& polygons, std::vector<bool> const& to_join)
      : m_polygons(polygons), m_to_join(to_join) {}
  void of_others(std::size_t place, Geometry const& ground);  // counted by an earlier claim of another site
  void join(std::vector<std::size_t> const& group, KnownGround& known) const;

 private:
  Geometry standing(std::vector<std::size_t> const& group, std::size_t i) const;
  std::vector<Polygon> const& m_polygons;
  std::vector<bool> const& m_to_join;
  std::map<std::size_t, std::vector<Geometry>> m_of_others;
};

}  // namespace redline
