// What becomes of each parcel of a screening in the corner list after the cut (cut_text.hpp). An application is the
// parcels of one file with the same licence number. `crs` is that of the list: of the first cut, else of the first
// parcel of an application with a cut; blocks are in degrees, so that the others are written in degrees, too. Parcels
// of applications without a cut that are in another system are `elsewhere`; of one with a cut its system is
// `other_crs`.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/screen/screening.hpp"

namespace redline {

enum class CutFate { cut, unchanged, nothing_left, failed, not_applied_for, elsewhere };

struct CutMember {
  Application const* application = nullptr;
  CutFate fate = CutFate::unchanged;
  bool of_cut = false;  // its application has a cut
  bool in_list() const { return fate == CutFate::cut || fate == CutFate::unchanged; }
};

struct CutMembers {
  std::vector<CutMember> members;
  std::string crs, other_crs;
  bool any_cut = false;
  bool written() const;
};

CutMembers cut_members(Screening const& screening);

}  // namespace redline
