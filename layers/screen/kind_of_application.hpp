// As what an application is judged, and what has to be said about it: --kind; else what its row or feature says, else
// the letter of its licence number, else the words beside its corners and of its titles (said_kind.hpp), else an
// exploration right where the form of its coordinates says so, else a mining right. What contradicts is a warning
// (screen.kind_other, screen.kind_two, screen.kind_words_apart).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/overlay/activity.hpp"
#include "layers/corners/corner_list.hpp"

namespace redline {

// `a`: kind as given by --kind or empty, licence number, action, layer and id are filled in.
Findings decide_kind(ActivityAttributes& a, Parcel const& parcel, CornerForm form);

}  // namespace redline
