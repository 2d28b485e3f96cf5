// Acceptance of one site that has polygons, by rows without polygon, while both pass in order. A row that gives no
// figure, or one that with those of its stage before it is 95 % of what stands restored or accepted there, accepts all
// of it; a smaller one is a part that nobody has drawn, unless as much is accepted by polygon. Figures add up as in
// line.hpp. Finding: restoration.accepted_undrawn, of what polygons and rows have not made good by the end.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <utility>

#include "engine/restoration/ground.hpp"
#include "engine/restoration/line.hpp"
#include "engine/restoration/tally.hpp"

namespace redline {

bool accepts_ground(RestorationRecord const& r);     // acceptance of an area, by a row without polygon
bool takes_ground_back(RestorationRecord const& r);  // sent back, or disturbed again where it was done: the same
bool speaks_of_ground(RestorationRecord const& r);   // draws it, takes it back or accepts it

class SiteAcceptance {
 public:
  SiteAcceptance(SiteKey site, KnownGround const& known) : m_site(std::move(site)), m_known(known) {}
  void lay(RestorationRecord const& r, Geometry const& ground);  // a polygon, cut to the site
  bool accept(RestorationRecord const& r);                       // true: of all that stands done
  void send_back(RestorationRecord const& r);                    // without polygon
  Findings undrawn() const;

 private:
  GroundTotals stands() const;
  Amount count(RestorationRecord const& r);
  void take_away(RestorationRecord const& r);

  SiteKey m_site;
  KnownGround const& m_known;
  std::vector<GroundPiece> m_pieces;
  std::map<Stage const*, Line> m_lines, m_back;  // of acceptance, of what was sent back
  std::vector<RestorationRecord const*> m_undrawn;
};

}  // namespace redline
