// What a correction takes from all the rows that it corrects, one or several. A correction that says neither what it
// counts nor its stage (measure_blank) counts what they do, if they agree; else it is an area restored.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/book.hpp"

namespace redline {

void take_measures(RestorationBook& book, RestorationModel const& model);

}  // namespace redline
