// Decimal degrees, or degrees, minutes and seconds with a point (pointed_degrees.hpp)? What the user says decides; else
// area and county where they fit one of the two only. Writes the evidence, and into the proposal how to read.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/detective.hpp"

namespace redline {

void weigh_point(CornerList const& list, CornerHints const& hints, std::string const& layer, CrsProposal& proposal);

}  // namespace redline
