// A column of zones under a heading that nobody knows, found by its values. Where a layer of areas has no column of
// zones, or only an empty one, a text column whose values are all words of zones is taken (run.zone_by_values). One
// whose values merely hold such words, whose heading speaks of other zones than those in force (原功能区), or several
// that contradict each other, are not: run.zone_column_unread, and no verdict on the areas without a zone is sure
// (zones_open.hpp). What the user says of zones wins.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/read/field_map.hpp"
#include "layers/run/plan.hpp"

namespace redline {

void find_zones_in_values(FieldMap& map, LayerPlan const& plan, FeatureSource& source, Findings& findings);

}  // namespace redline
