// One name with one figure (restored, accepted or required) in two reserves, without polygons: each counts it, and the
// region both; one of the rows may stand under the wrong reserve. Told at both: restoration.may_overlap. Names that are
// hardly more than a number (一号坑) say nothing. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/relations.hpp"

namespace redline {

Findings check_two_reserves(std::vector<RestorationRecord const*> const& records, Relations const& relations);

}  // namespace redline
