// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/cut_text.hpp"

#include <algorithm>

#include "engine/core/error.hpp"
#include "layers/corners/from_cut.hpp"
#include "layers/corners/write_baopan.hpp"

namespace redline {
namespace {

bool has_corners(Application const& a) { return a.cut && a.cut->outcome == "staked"; }

CornerList corners_of(Application const& a) {
  StakedCut staked;
  staked.rings = a.cut->rings, staked.part_of = a.cut->part_of, staked.crs = a.cut->crs;
  Parcel parcel;
  parcel.id = a.attributes.id, parcel.name = a.attributes.name;
  return corners_of_cut(staked, std::move(parcel));
}

}  // namespace

bool any_cut(Screening const& s) { return std::any_of(s.applications.begin(), s.applications.end(), has_corners); }

std::string cut_text(Screening const& s, std::string const& shown) {
  CornerList all;
  std::string crs;
  for (auto const& a : s.applications) {
    if (!has_corners(a)) continue;
    if (!crs.empty() && crs != a.cut->crs) throw Error(ErrorKind::input, "screen.cut_two_crs", {crs, a.cut->crs});
    crs = a.cut->crs;
    auto one = corners_of(a);
    if (all.parcels.empty())
      all = std::move(one);
    else
      all.parcels.push_back(std::move(one.parcels.front()));
  }
  if (all.parcels.empty()) return {};
  Findings said;  // digits are print precision already
  return baopan_text(all, Crs::parse(crs), shown, said);
}

}  // namespace redline
