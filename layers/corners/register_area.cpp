// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/register_area.hpp"

#include <cmath>

#include "layers/corners/corner_text.hpp"
#include "layers/corners/remarks.hpp"

namespace redline {
namespace {

constexpr double FITS = 0.01;

double unit_of(Parcel const& parcel, double said, double step, double computed_m2) {
  if (!parcel.area_unit.empty()) return square_metres(parcel.area_unit);
  for (auto const* unit : {"km2", "hm2", "m2", "亩"}) {
    auto const m2 = square_metres(unit);
    if (std::abs(said * m2 - computed_m2) <= std::max(FITS * computed_m2, step * m2 / 2)) return m2;
  }
  return square_metres("km2");
}

}  // namespace

std::optional<RegisteredArea> registered_area(Parcel const& parcel, double computed_m2) {
  auto const said = parcel.of_register ? number_of_cell(parcel.declared_area) : std::nullopt;
  if (!said || *said <= 0) return std::nullopt;
  auto const step = std::pow(10.0, -printed_decimals(parcel.declared_area));
  auto const unit = unit_of(parcel, *said, step, computed_m2);
  return RegisteredArea{*said * unit, step * unit};
}

}  // namespace redline
