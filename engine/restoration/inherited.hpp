// A correction says what it changes: what its row leaves blank stays as the row said that it replaces, if it replaces
// one row only. So it takes over the figure and the polygon (where it gives neither, and speaks of the same quantity),
// a polygon beside its own figure, stage, basis, deadline, names and relations, and the further figures of that row
// (required, disturbed, volume) that it does not give; those carry its own day. A row of another quantity takes the
// place of the other as a whole: so a figure is withdrawn. Each stands in the place of the row it corrects
// (places.hpp).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/book.hpp"

namespace redline {

void inherit_blanks(RestorationBook& book, RestorationModel const& model);

}  // namespace redline
