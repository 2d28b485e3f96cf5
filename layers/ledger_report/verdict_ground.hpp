// The ground of the overlaps of each verdict, as temporary table rl_verdict (verdict, m2) of the ledger's connection:
// the overlaps of one activity that share the verdict count their common ground once, activities add up. Contacts,
// lines and points have none. Needs rl_conflict (ledger_views.hpp).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/ledger_report/ledger_file.hpp"

namespace redline {

void make_verdict_ground(LedgerFile& ledger);

}  // namespace redline
