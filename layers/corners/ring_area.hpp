// Whether rings can be what a list says of them: sound() is a ring that does not cross itself; fits_area() are sound
// rings whose area in the plane is the declared one, within 0.1 % or half its last place. Nothing is known of degrees.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/ring_choice.hpp"

namespace redline {

bool sound(CornerRing const& ring);
bool fits_area(std::vector<CornerRing> const& rings, SaidOfRings const& said);

}  // namespace redline
