// A record by which a report says that nothing is restored, or accepted, so far: an area of 0 of its stage. It brings
// its site to no stage; what stands of that class, and of acceptance too where nothing is restored, falls.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/restoration/book.hpp"

namespace redline {

inline bool says_none(RestorationRecord const& r) {
  return r.stage && r.quantity == Quantity::restored && r.amount && r.amount->zero() && r.wkb.empty();
}

// What the ground of its site falls to.
inline StageClass falls_to(RestorationRecord const& r) {
  if (!says_none(r)) return r.stage->stage_class;
  return r.stage->stage_class == StageClass::accepted ? StageClass::restored : StageClass::under_way;
}

}  // namespace redline
