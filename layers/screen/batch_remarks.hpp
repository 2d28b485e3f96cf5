// What the line of a batch says besides verdict and overlap: what a cut leaves, as what kind of right it was judged
// where that was assumed or is not said alike, and the verdict without the draft where it is another one.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "engine/screen/screening.hpp"

namespace redline {

std::optional<Message> cut_remark(Application const& a);
// Doubts of the place, contacts, setbacks that are not kept, and rows that were taken for points: also in the table of
// applications.
std::vector<Message> ground_remarks(Application const& a, Screening const& s);
std::vector<Message> batch_remarks(Application const& a, Screening const& s);

}  // namespace redline
