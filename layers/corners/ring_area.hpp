// Whether rings can be what a list says of them: sound() is a ring that does not cross itself; fits_area() are sound
// rings whose area in the plane is the declared one, within 0.1 % or half its last place. Nothing is known of degrees.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/ring_choice.hpp"

namespace redline {

bool sound(CornerRing const& ring);
bool sound_together(std::vector<CornerRing> const& rings);  // nor does one cross another
double m2_in_own_numbers(CornerRing const& ring);           // whatever they are: to compare
bool fits_area(std::vector<CornerRing> const& rings, SaidOfRings const& said);

}  // namespace redline
