// Polygons of restoration against the reserves: each is cut to its site's disturbed ground (where that is known) and to
// the zones of the reserves it lies in, then laid over the others (ground.hpp). The overlay decides which reserve
// ground belongs to, whatever the record says. A row that sends ground back without a polygon reaches all that stands
// done of its site. Findings: restoration.returned_undrawn, .figure_differs, .zone_contradicts,
// restoration.outside_reserve, .wrong_reserve, .no_boundary, .beyond_site, .accepted_before_restored (by geometry),
// .claimed_twice, .cumulative_as_new. Ground under 1 m² is not reported. Records must be in force and in order; others
// without polygon are passed over. `reserve_of`: the reserve id of each area of the basemap, empty for areas that are
// no reserve of the register. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/basemap/basemap.hpp"
#include "engine/restoration/ground.hpp"
#include "engine/restoration/tally.hpp"

namespace redline {

inline constexpr double REPORTED_GROUND_M2 = 1.0;

struct ZoneTotals {
  std::string zone;
  GroundTotals totals;
};

struct SurveyedReserve {
  GroundTotals totals;
  std::vector<ZoneTotals> zones;
  std::map<std::string, double, std::less<>> accepted_of_site;  // m² inside, of the sites booked in this reserve
};

struct StandingGround {  // parts of one class in one zone of a reserve; disjoint
  std::string reserve, zone;
  StageClass stage_class = StageClass::not_started;
  double m2 = 0;
  Geometry geometry;  // MULTIPOLYGON
};

struct Survey {
  std::map<std::string, SurveyedReserve> reserves;
  GroundTotals region;                   // ground that lies in two reserves counted once
  std::vector<StandingGround> standing;  // of all reserves; may overlap where reserves do
  KnownGround known;
  Findings findings;
};

Survey survey(std::vector<RestorationRecord const*> const& records, Basemap const& basemap,
              std::vector<std::string> const& reserve_of);

}  // namespace redline
