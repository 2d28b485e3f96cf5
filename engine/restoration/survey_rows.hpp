// What the survey reads from the records: the polygons in order, the rows without polygon that speak of the ground of a
// site, and what is known of sites from all of them together: the disturbed ground, what was ever restored. Findings:
// restoration.no_boundary, .returned_undrawn. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/placing.hpp"

namespace redline {

struct HeardRow {  // a row without polygon, before the polygon of that number is laid
  std::size_t place;
  RestorationRecord const* record;
};

struct SurveyRows {
  std::vector<Polygon> polygons;
  std::map<SiteKey, std::vector<HeardRow>> heard;
  SiteMap map;
};

// Fills known.measured and known.outlines.
SurveyRows read_survey_rows(std::vector<RestorationRecord const*> const& records, SiteMap map, KnownGround& known,
                            Findings& findings);

}  // namespace redline
