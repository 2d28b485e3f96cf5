// What a correction takes from all the rows that it corrects, one or several. A correction that says neither what it
// counts nor its stage (measure_blank) counts what they do, if they agree; else it is an area restored. One of required
// or disturbed ground stands in the account at the place of what it corrects (`since`): damage corrected after the
// restoration is not ground disturbed again. SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/book.hpp"

namespace redline {

void take_measures(RestorationBook& book, RestorationModel const& model);
void take_days(RestorationBook& book);

}  // namespace redline
