// What the line of a batch and the table of applications say of a place that is in doubt, or that somebody settled.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/screen/screening.hpp"

namespace redline {

std::vector<Message> place_remarks(Application const& a);

}  // namespace redline
