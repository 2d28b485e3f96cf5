// What stands restored of a site, as a figure beside a state that speaks of something else: "/restored", a record of
// its own. A running figure (已治理面积, 累计治理面积, 截至…) of a row that sends its site back is not what was sent
// back; one that is called done, of a row that draws the outline of a site being worked on, is not that outline.
// Splitting goes before the figures are settled in time (report_figures.hpp); afterwards that of a return whose figure
// is no state is the part that was sent back, and goes again.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/draft.hpp"

namespace redline {

bool sends_back(RowDraft const& draft, RestorationModel const& model);
void split_standing(RowDraft& draft, RowValues const& before, bool called_done, RestorationModel const& model);
void drop_parts_back(RowDraft& draft, RowValues const& before, RestorationModel const& model);

}  // namespace redline
