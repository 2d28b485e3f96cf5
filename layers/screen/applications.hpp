// The applications that one file holds: one for each parcel, feature or line. Ids: the one given, else that of the
// feature, else the file's name, with the parcel's title where there are several. The activity is normalised, with
// corners as given. One whose boundary makes no polygon is named in `unusable`; where no other is left it is
// Error(input, screen.no_polygon {file, parcel, reason}).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/overlay/activity.hpp"
#include "engine/screen/area_statement.hpp"
#include "layers/screen/screen_plan.hpp"

namespace redline {

struct Submitted {
  Application application;  // file, hash, CRS, corners and the findings of reading are filled in
  Activity activity;
  bool repaired = false;
  DeclaredArea declared;
};

struct SubmittedFile {
  std::vector<Submitted> applications;
  std::vector<Finding> unusable;  // parcels that cannot be used, of a file with others that can
  std::shared_ptr<Transformation> to_lonlat;
};

SubmittedFile read_applications(std::string const& file, ScreenPlan const& plan);

}  // namespace redline
