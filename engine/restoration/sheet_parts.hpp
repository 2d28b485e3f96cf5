// Rows of one site in one table, each with its own figure of ground required or damaged all along (Basis::standing),
// are parts of it (the pits of a mine) and no change of each other, whenever the work on each was done: all of them
// stand on the latest of their days, also those without a day. Equal figures of one day are one, as ever. Not so rows
// with a running sum, which are reports of their days. Call behind place_imprecise_days and before place_corrections.
// True: some day has changed. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/book.hpp"

namespace redline {

bool stands_all_along(RestorationRecord const& r);  // no correction

bool gather_sheet_parts(RestorationBook& book);

}  // namespace redline
