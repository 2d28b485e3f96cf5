// The polygons of one site, and the rows without polygon that send its ground back or accept it, in order: each polygon
// is cut to the site's disturbed ground (where that is known) and to the zones of the reserves it lies in, and compared
// with what its row says. The overlay decides which reserve ground belongs to. Findings: restoration.outside_reserve,
// .outline_outside (once for a site), .wrong_reserve, .beyond_site, .accepted_unrestored, those of polygon_checks.hpp
// and of acceptance.hpp. Ground under 1 m² is not reported. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/acceptance.hpp"
#include "engine/restoration/polygon_checks.hpp"

namespace redline {

struct SiteMap {  // known before the first polygon is placed
  Basemap const& basemap;
  std::vector<std::string> const& reserve_of;
  std::map<SiteKey, Geometry> outlines = {};
  std::set<SiteKey> ever_restored = {}, restored_by_number = {};
  bool drawn(std::string_view reserve) const;
};

struct PlacedPolygon {  // one polygon: its pieces, and what was found
  std::map<Where, Geometry> pieces;
  Findings findings;
};

bool done(RestorationRecord const& r);  // restored or accepted

class SitePlacer {
 public:
  // `heard`: rows without polygon speak of the site.
  SitePlacer(SiteKey site, SiteMap const& map, KnownGround const& known, bool heard);
  PlacedPolygon place(Polygon const& p);
  bool hear(RestorationRecord const& r);  // true: all that stands done takes the class of its stage
  Findings close() const { return m_acceptance.undrawn(); }

 private:
  Geometry cut_to_site(Polygon const& p, PlacedPolygon& out) const;
  void check_acceptance(Polygon const& p, Geometry const& ground, PlacedPolygon& out) const;
  void check_reserve(Polygon const& p, std::map<std::string, double> const& inside, PlacedPolygon& out);
  void locate(Geometry const& ground);

  SiteKey m_site;
  SiteMap const& m_map;
  bool m_heard, m_sent_back = false, m_outline_told = false;
  SiteAcceptance m_acceptance;
  std::vector<Geometry> m_restored;  // and not sent back since
  Geometry m_ground;                 // the last one located, and where it lies
  std::map<Where, Geometry> m_pieces;
};

}  // namespace redline
