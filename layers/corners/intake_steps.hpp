// The two steps of taking a boundary in (intake.hpp): read, and then found out where its corners are.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/corners/intake.hpp"

namespace redline {

struct IntakeInput {
  CornerList list;
  std::string crs;  // stated by a GIS format
  std::string bytes = {};
};

IntakeInput read_intake(IntakePlan const& plan);
Intake placed_intake(IntakePlan const& plan, IntakeInput input);

}  // namespace redline
