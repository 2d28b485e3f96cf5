// Parcels of one list each of which lies wholly in a zone of its own, by the number before its eastings, but not all in
// the same: which of them is in which. Zones whose parcels are farther from each other than those of one application
// can be are told: one of the numbers is then likely wrong.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/crs/zones.hpp"
#include "layers/corners/corner_list.hpp"

namespace redline {

std::vector<Zone> zones_of_parcels(CornerList const& list);  // of each; empty: they are not such parcels
std::optional<double> degrees_between(CornerList const& list, std::vector<Zone> const& zones);  // where too many

}  // namespace redline
