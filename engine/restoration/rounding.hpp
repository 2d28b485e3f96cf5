// How finely a figure was printed: half a unit of its last digit as it is written. 151.3亩 stands for 100,866.67 m² ±
// 33.33, 10.09ha for 100,900 m² ± 50. Two figures that differ by no more than the coarser of the two allows may be one
// area that two offices printed; of figures from one source each is taken at its word.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/book.hpp"

namespace redline {

Amount rounding_of(std::string_view number, Unit const& unit);
Amount rounding_of(RestorationRecord const& r);  // nothing where no figure is written

// How far a measured area may lie from a figure that means the same: its rounding, and never more than 0.5 % of it, so
// that 2公顷 is not met by 1.6.
Amount printed_within(RestorationRecord const& r);

// Of another file, document or office. `by_unit`: figures in two units are of two sources, too.
bool another_source(RestorationRecord const& a, RestorationRecord const& b, bool by_unit);

// Figures without polygon, of two sources, that differ by their rounding at most.
bool same_when_rounded(RestorationRecord const& a, RestorationRecord const& b);

bool finer(RestorationRecord const& a, RestorationRecord const& b);  // a is printed finer than b

}  // namespace redline
