// Rows that state a running sum and, beside it, what was added (records "/increment"): the sum must have risen by that
// since the figure before, or since the end of the year before. Where nothing was reported of the year before, its sum
// is what the first report of the year leaves for it; that one may only not add more than the sum has risen. Else
// restoration.increment_contradicts; the running sum counts. Records must be in force and in order.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/book.hpp"

namespace redline {

Findings check_increments(std::vector<RestorationRecord const*> const& records);

}  // namespace redline
