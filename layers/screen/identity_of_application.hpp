// Licence number, name and holder of an application that only lines beside its corners say (said_identity.hpp): used
// where neither an option nor its row says them. Several that differ are not used; identity_apart() tells.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/core/finding.hpp"
#include "engine/overlay/activity.hpp"
#include "layers/corners/corner_list.hpp"

namespace redline {

void identify(ActivityAttributes& a, Parcel const& parcel);
Findings identity_apart(ActivityAttributes const& options, Parcel const& parcel, std::string const& layer,
                        std::string const& id);

}  // namespace redline
