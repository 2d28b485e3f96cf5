// Whether ground is free of what is protected: `yes` only if GEOS says of every piece that the two share no point (or,
// with contact allowed, no strip as wide as a contact, 0.01 mm), `no` if they do, `unsure` where it cannot tell.
// Longitude/latitude.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "engine/geometry/geometry.hpp"

namespace redline {

enum class Clear { yes, no, unsure };
enum class Contact { counts, allowed };

Clear clear_of(Geometry const& ground, std::span<Geometry const> protected_ground, Contact contact);

// True if no strip of `part` as wide as a contact lies outside `whole`; false also where that cannot be told.
bool lies_within(Geometry const& part, Geometry const& whole, double contact_width);

}  // namespace redline
