// The area of an application by every method in use, and findings where the printed number (km², 4 decimals) depends on
// the method or where the declared area is that of another one. The planar figures: the zone of the application's own
// CRS (or its 3-degree zone), then the 3-degree and the 6-degree zone of its place where they are others. Of an outline
// that had to be repaired all but the exact area are those of the corners as given, and nothing is compared with them.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/screen/screening.hpp"

namespace redline {

struct DeclaredArea {
  std::optional<double> m2;
  std::string from;  // file, option
};

AreaStatement area_statement(Activity const& activity, ActivityRow const& measured, DeclaredArea const& declared,
                             bool repaired, Findings& findings);

}  // namespace redline
