// A list of closures without restoration says the same of each of its sites: one
// restoration.accepted_without_restoration of a reserve, which cites the first five and holds their number. Findings of
// one reserve, in order.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/core/finding.hpp"

namespace redline {

void gather_unrestored(Findings& findings);

}  // namespace redline
