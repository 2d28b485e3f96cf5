// Until when an application's right holds and between which elevations, as its row or feature says, and what has to be
// said about it. What the options say wins; what contradicts them (screen.term_other), or contradicts itself
// (screen.terms_differ), or cannot be read (screen.term_unread) is a warning, and then nothing of it is used.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/overlay/activity.hpp"
#include "layers/corners/corner_list.hpp"

namespace redline {

// `a`: days and elevations as given by options or empty; action, layer and id are filled in.
Findings decide_terms(ActivityAttributes& a, Parcel const& parcel, Date as_of);

}  // namespace redline
