// Where the sources say of some sites of a reserve how much must be restored, and not of others where ground was
// restored or accepted, or is being worked on, these had to restore at least that: else the share would be that of the
// open sites alone. A figure for the reserve as a whole speaks for all its sites; one for reference only is none.
// Marked: `required_derived` of the site.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/status.hpp"

namespace redline {

void derive_required(ReserveStatus& r, KnownGround const& known, RestorationModel const& model);

}  // namespace redline
