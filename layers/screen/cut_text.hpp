// The proposed cuts of a screening as one corner list in the TXT form; empty where there is none. Error(input,
// screen.cut_two_crs) where they are in different coordinate systems.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/screen/screening.hpp"

namespace redline {

bool any_cut(Screening const& screening);
std::string cut_text(Screening const& screening, std::string const& shown);

}  // namespace redline
