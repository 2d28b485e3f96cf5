// SPDX-License-Identifier: Apache-2.0
#include "layers/corners/notations.hpp"

#include <algorithm>
#include <utility>

#include "layers/corners/magnitude.hpp"

namespace redline {
namespace {

using Notation = std::pair<CornerUnits, bool>;  // and whether the number of the zone stands before the easting

Notation notation_of(CornerList& list, Parcel& parcel) {  // `list` without parcels
  list.parcels.push_back(std::move(parcel));
  auto const m = magnitude_of(list);
  parcel = std::move(list.parcels.back());
  list.parcels.clear();
  return {m.units, m.prefix.has_value()};
}

}  // namespace

std::vector<CornerList> by_notation(CornerList list) {
  bool const rows =
      list.form != CornerForm::features && list.parcels.size() > 1 &&
      std::all_of(list.parcels.begin(), list.parcels.end(), [](Parcel const& p) { return p.of_register; });
  std::vector<CornerList> out;
  if (!rows || magnitude_of(list).units != CornerUnits::unknown) {
    out.push_back(std::move(list));
    return out;
  }
  list.declared_m2.reset(), list.said_areas.clear();  // of all of them together
  auto parcels = std::exchange(list.parcels, {});
  std::vector<Notation> notations;
  for (auto& p : parcels) {
    auto const n = notation_of(list, p);
    auto const at = std::find(notations.begin(), notations.end(), n) - notations.begin();
    if (static_cast<std::size_t>(at) == notations.size()) notations.push_back(n), out.push_back(list);
    out[static_cast<std::size_t>(at)].parcels.push_back(std::move(p));
  }
  for (std::size_t i = 1; i < out.size(); ++i) out[i].failed_parcels.clear();
  return out;
}

}  // namespace redline
