// The day on which a right was established. The day on which its licence was issued (签发时间) is that day where the
// licence is the first (新立); else the right was established on it or before, which the finding run.issued_not_granted
// says: whether it came before the designation of a reserve is then known only where the licence itself did.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/overlay/activity.hpp"
#include "layers/run/layer_input.hpp"

namespace redline {

std::optional<PossibleDays> granted_on(LayerInput const& in, RawFeature const& f, ActivityAttributes const& of,
                                       Findings& findings);

}  // namespace redline
