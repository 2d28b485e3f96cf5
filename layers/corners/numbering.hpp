// What the numbers of the corners say against a list: one that is missing (1, 2, 4), one that two corners have
// (1, 2, 2, 4), numbers that begin late (2, 3, 4) or go back. Where each number stands for one place throughout a list
// of several rings, it is the list as a whole that must have no gap; else each ring must. Right are numbers that go on
// from ring to ring and those of closing and repeated corners, which are not kept. Findings name parcel and line.
// A ring may be listed downwards or from any of its corners. settle_by_area(): where the declared count and area of a
// parcel, or the declared area of a printed list, are what is there, such findings are remarks. doubts_outline():
// findings by which an outline may not be the one that was meant.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/corner_list.hpp"

namespace redline {

Findings look_at_numbers(CornerList const& list);
void settle_by_area(CornerList const& list, Findings& findings);
bool doubts_outline(Findings const& findings);

}  // namespace redline
