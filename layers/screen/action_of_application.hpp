// What is applied for, where no option says it: 申请事项 of its row, feature or header; else a new right. A word that
// is not known, or rows that differ, are told, and it is judged as a new right, with which the rules are strictest.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/overlay/activity.hpp"
#include "layers/corners/corner_list.hpp"

namespace redline {

Findings decide_action(ActivityAttributes& a, Parcel const& parcel);  // a.action empty: no option

}  // namespace redline
