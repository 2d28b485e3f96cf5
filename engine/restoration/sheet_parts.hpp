// Rows of one site in one table, each with its own figure of ground required or damaged all along (Basis::standing),
// are parts of it (the pits of a mine) and no change of each other, whenever the work on each was done: all of them
// stand on the latest of their days, also those without a day. Equal figures of one day are one, as ever. Not so rows
// with a running sum, which are reports of their days: those of one day that
// name its parts (zones, pits) add up. A correction stands with the part that it corrects. Call when
// days (imprecise_days.hpp) and corrections (places.hpp) have their places.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/book.hpp"

namespace redline {

bool stands_all_along(RestorationRecord const& r);  // no correction

void gather_sheet_parts(RestorationBook& book);

}  // namespace redline
