// What the register of reserves has to say about the areas of a run: which reserve each nature reserve is, which
// reserves in force on the day no layer holds, and the findings: names proposed or unknown, one reserve drawn twice,
// an id that contradicts the name, zones that the layers lack, a boundary whose area is far from the register's (by
// more than REGISTER_AREA_TOLERANCE of it) or whose centre lies outside its extent. These two only where the register
// is of medium or high confidence. None of the findings touches a verdict; zones_not_given does (Evidence).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/basemap/basemap.hpp"
#include "layers/run/reserve_names.hpp"

namespace redline {

inline constexpr double REGISTER_AREA_TOLERANCE = 0.25;

struct RegisterCheck {                           // pointers live as long as the names
  std::vector<Reserve const*> of_area;           // by index of the basemap's areas; null where it is none
  std::vector<Reserve const*> without_boundary;  // in force, but in no layer
  std::vector<bool> zones_not_given;             // by area: unzoned here, though zones exist or may
};

RegisterCheck check_register(Basemap const& basemap, ReserveNames const& names, RunPlan const& plan,
                             Findings& findings);

}  // namespace redline
