// Rows of a register that were taken in apart (take_in_rights), as one list again: in the order of the file, what was
// found of all of them once. The list, its header and its system are those of the first.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/corners/intake.hpp"

namespace redline {

Intake joined_rights(std::vector<Intake> apart);
std::string systems_of(std::vector<Intake> const& apart);  // EPSG:4516, EPSG:4490
std::string how_of(std::vector<Intake> const& apart);      // Intake::how: detected where one is

}  // namespace redline
