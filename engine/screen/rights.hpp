// An application against existing rights: which of them share ground with it, and what that means. relation:
// same_right (its own licence), ended (run out or cancelled by the day; one that was only served a notice
// is there), contact, other_depth (both elevation ranges
// are known and apart), other_mineral (minerals.hpp: known to differ), duplicate, overlap. Only the
// last two touch the verdict (review): the others are information between rights. Shared ground, duplicate, depths and
// certainty are those of the table rights_overlaps (right_pair.hpp). shift_m: as of a right, of the application.
// outside_own_right(): m² of the application outside the registered outline of its own licence; 0 where no wider than
// both accuracies together; nothing where no right is its own. Geometry EPSG:4490.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/ledger/area_method.hpp"
#include "engine/screen/screening.hpp"

namespace redline {

struct ExistingRight {
  ActivityAttributes attributes;
  Geometry geometry;
  Bounds bounds;
  double shift_m = 0;  // by how much densifying may have moved its sides
};

std::vector<RightOverlap> rights_met(Activity const& application, std::vector<ExistingRight> const& rights, Date as_of,
                                     AreaMethod method = AreaMethod::exact, double shift_m = 0);
std::optional<double> outside_own_right(Activity const& application, std::vector<ExistingRight> const& rights);

}  // namespace redline
