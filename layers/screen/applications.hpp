// The applications that one file holds: one for each parcel, feature or line. Ids: the one given, else that of the
// feature, else the file's name, with the parcel's title where there are several. The activity is normalised, with
// corners as given. One that cannot be used is named in `unusable` {file, id, reason}, also where none is left.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/overlay/activity.hpp"
#include "engine/screen/area_statement.hpp"
#include "layers/screen/screen_plan.hpp"

namespace redline {

struct Submitted {
  Application application;  // file, hash, CRS, corners and the findings of reading are filled in
  Activity activity;
  bool repaired = false, outline_doubtful = false, place_doubtful = false;
  DeclaredArea declared;
  std::shared_ptr<Transformation> to_lonlat;
};

struct SubmittedFile {
  std::vector<Submitted> applications;
  std::vector<Finding> unusable;  // parcels that cannot be used
};

SubmittedFile read_applications(std::string const& file, ScreenPlan const& plan);

}  // namespace redline
