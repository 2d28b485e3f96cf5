// Days of which only the month or the year is known (`between`): such a row stands at the last of them, unless
// rows of the same site within that time say more. Then it stands right before the first of them that needs it: what
// was restored before what accepts it or sends it back, where else nothing would be restored; what was accepted before
// the first return of something that stands. What is not needed so stands before the first row of a later stage, but
// for what takes away (sent back, disturbed again where something is known before), which stays last. Corrections keep
// their day. Where a return or damage is among these rows, book.orders gets the finding restoration.imprecise_day.
// Sites must have their names (unify_sites) already; call before place_corrections. True: some day has changed.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/book.hpp"

namespace redline {

bool place_imprecise_days(RestorationBook& book);

}  // namespace redline
