// What corrections leave behind. A figure (no polygon, no correction, not cumulative, not confirmed to be new) of the
// site, stage, day and amount of one that was corrected repeats it: it counted once with that one, so the correction
// stands for it too.
// What the corrected row gave (a figure of one quantity, a deadline) and the correcting row does not is withdrawn.
// `replaced`: row or record -> the row that stands for it. Findings: restoration.repeats_corrected, .withdrawn,
// .withdrawn_deadline. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <unordered_map>

#include "engine/core/finding.hpp"
#include "engine/restoration/book.hpp"

namespace redline {

using Replaced = std::unordered_map<std::string_view, std::string_view>;

std::string_view stands_for(Replaced const& replaced, std::string_view record_id);  // empty: nobody

Replaced repeats_of_corrected(RestorationBook const& book, Replaced const& replaced, Date as_of, Findings& findings);

void tell_withdrawn(RestorationBook const& book, Replaced const& replaced, Findings& findings);

}  // namespace redline
