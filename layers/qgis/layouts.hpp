// The print layouts of a project as data for layout.mustache: an atlas over all conflicts and one over the reserves,
// each on A4 and A3. The map of a page is placed by expressions (frame.mustache), since the table of conflicts has no
// geometry: in the 3-degree Gauss-Krüger zone of the place (UTM outside China), at the largest scale of a list that
// holds it.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/core/text.hpp"
#include "layers/qgis/display_crs.hpp"
#include "layers/qgis/style.hpp"

namespace redline {

Mustache layouts_data(DisplayCrs const& crs, Language l);

}  // namespace redline
