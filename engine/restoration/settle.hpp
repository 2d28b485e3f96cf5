// What remains to be restored, site by site: required less accepted of each site, never below nothing, so that the
// surplus of one site pays no other's debt. A figure for the reserve as a whole is paid by what was accepted of the
// whole, of its sites up to what each had to restore, and of sites that nothing is known to be required of; the larger
// of the two debts remains. Accepted: by polygon where the site has polygons (`known.measured`), else by number; the
// row of the site shows the one that counts, also of ground under way. By polygon 0.01 m² + 1e-9 of it are no debt, the
// bound of the balance, nor is what the rounding of the figure allows (finding: restoration.within_rounding). share = 1
// - remaining / required, 1 only where nothing remains. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/status.hpp"

namespace redline {

void settle(ReserveStatus& r, KnownGround const& known);         // its rows, `remaining` and `share`
void settle_share(ReserveStatus& r);                             // from `required` and `remaining`
Amount narrow_open(ReserveStatus const& r, SiteTally const& s);  // ground of the site, see narrow.hpp
bool bounds_met(ReserveStatus const& r);                         // a lower bound of what is required is met exactly
bool no_debt(Amount open, Amount whole);                         // within the bound

}  // namespace redline
