// Where the sources say of some sites of a reserve how much must be restored, and not of others where ground was
// restored or accepted, or is being worked on, these had to restore at least that: else the share would be that of the
// open sites alone. A figure for the reserve as a whole speaks for all its sites; one for reference only is none.
// Marked: `required_derived` of the site. What lies inside the outline of another site is required of the reserve once.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/status.hpp"

namespace redline {

// Of a site whose required area is derived: what lies inside the outlines that other sites must restore.
Amount asked_of_others(ReserveStatus const& r, SiteTally const& s, KnownGround const& known);

void derive_required(ReserveStatus& r, KnownGround const& known, RestorationModel const& model);

}  // namespace redline
