// Where a correction stands in the order of events: at the day and id of the row that it corrects, through chains of
// corrections; of several the earliest. So what happened in between (a return, an acceptance) meets the corrected
// figure. It stands at its own day where that row has none, or a later one: then it says when. Rows that correct each
// other stand where the first of them, by id, was met. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/book.hpp"

namespace redline {

void place_corrections(RestorationBook& book);

// A return or an acceptance without a day: it stands behind all rows with a day, since before them it would do nothing
// while the table says that it counts.
bool stands_last(RestorationRecord const& r);

}  // namespace redline
