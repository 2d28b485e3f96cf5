// The area that a register states for a parcel. Its unit is that of the cell or the heading; without one it is km², as
// registers of rights have it, unless only hectares, m² or mu are what is computed.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "layers/corners/corner_list.hpp"

namespace redline {

inline constexpr std::array<char const*, 4> USUAL_UNITS{"km2", "hm2", "m2", "亩"};

struct RegisteredArea {
  double m2 = 0, step_m2 = 0;  // of its last printed place
};

struct LicenceArea {
  double m2 = 0;
  std::size_t parcels = 0;
  bool one_alone = false;  // the area is that of one of them
};

// Of the parcels that say the licence of the i-th one and the same area; `m2`: of each parcel of the list.
LicenceArea area_of_licence(CornerList const& list, std::vector<double> const& m2, std::size_t i);
bool agrees(RegisteredArea const& said, double m2);  // to 1 % or the last printed place
std::optional<RegisteredArea> registered_area(Parcel const& parcel, double computed_m2);  // none: no register

}  // namespace redline
