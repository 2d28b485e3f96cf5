// Figures that cannot be: more claimed, required or disturbed, at a site or in all of a reserve, than the reserve has
// ground (NamedReserve::area_m2). They count as they are written. Finding: restoration.exceeds_reserve, one for each
// site, else one for the reserve. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/status.hpp"

namespace redline {

void check_plausible(ReserveStatus& r);

}  // namespace redline
