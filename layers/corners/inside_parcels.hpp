// Tables under texts of their own that lie inside another parcel of their printed list. Where the declared area is that
// of the parcel around them without them, they are its holes; where it is that of the parcel alone, or the text names
// a range of its own (names_own_range()), they are parcels; where nothing tells, they are parcels and both are
// doubtful.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/line_book.hpp"
#include "layers/corners/ring_choice.hpp"

namespace redline {

void look_at_insides(CornerList& list, SaidOfRings const& said, LineBook& book);

}  // namespace redline
