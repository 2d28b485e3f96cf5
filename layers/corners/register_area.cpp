// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/register_area.hpp"

#include <algorithm>
#include <cmath>

#include "engine/core/letters.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/corners/remarks.hpp"

namespace redline {
namespace {

constexpr double FITS = 0.01;

double unit_of(Parcel const& parcel, double said, double step, double computed_m2) {
  if (!parcel.area_unit.empty()) return square_metres(parcel.area_unit);
  for (auto const* unit : USUAL_UNITS) {
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

LicenceArea area_of_licence(CornerList const& list, std::vector<double> const& m2, std::size_t i) {
  LicenceArea out;
  auto const& own = list.parcels[i];
  for (std::size_t k = 0; k < list.parcels.size(); ++k) {
    auto const& p = list.parcels[k];
    bool const one_licence = !own.licence_no.empty() && large_letters(p.licence_no) == large_letters(own.licence_no);
    bool const same = one_licence && p.declared_area == own.declared_area;
    if (k != i && !same) continue;
    out.m2 += m2[k], ++out.parcels;
    auto const said = registered_area(p, m2[k]);
    out.one_alone = out.one_alone || (said && agrees(*said, m2[k]));
  }
  return out;
}

bool agrees(RegisteredArea const& said, double m2) {
  return std::abs(said.m2 - m2) <= std::max(FITS * said.m2, said.step_m2 / 2);
}

}  // namespace redline
