// The state of a row that was read as several (year_rows.hpp), when its words have been read: the parts with figures by
// year say what was restored; that all of it is accepted (销号, a day of acceptance) or sent back one part says, once,
// on the day of acceptance, else on the day of the report or at the end of the last year, the later. What was accepted
// on a day within a year was restored by then. false: the part says nothing that others do not.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/draft.hpp"
#include "layers/restoration/rows.hpp"

namespace redline {

bool settle_part(TableRow const& part, RowValues& values, RestorationModel const& model,
                 std::optional<Date> reported_on);

}  // namespace redline
