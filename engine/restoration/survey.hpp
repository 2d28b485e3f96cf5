// Polygons of restoration against the reserves: each is cut to its site's disturbed ground (where that is known) and to
// the zones of the reserves it lies in, then laid over the others (ground.hpp). The overlay decides which reserve
// ground belongs to, whatever the record says. A row that sends ground back without a polygon reaches all that stands
// done of its site, one that accepts it all that stands restored, unless it gives a part (acceptance.hpp). Findings:
// those of survey_rows.hpp, outlines.hpp, claims.hpp and placing.hpp. Ground under 1 m² is not reported. Records must
// be in force and in order; others are passed over. `reserve_of`: the reserve id of each area of the basemap, empty for
// areas that are no reserve of the register. SPDX-License-Identifier: Apache-2.0
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
  std::map<std::string, SiteGround, std::less<>> of_site;  // that are booked in this reserve and have polygons inside
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

// Those that can change the ground: polygons, and rows without polygon that send back or accept the ground of a site
// that has polygons.
std::vector<RestorationRecord const*> ground_records(std::vector<RestorationRecord const*> const& records);

Survey survey(std::vector<RestorationRecord const*> const& records, Basemap const& basemap,
              std::vector<std::string> const& reserve_of);

}  // namespace redline
