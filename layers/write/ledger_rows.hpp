// How each row of the ledger is laid into its table; the order of values is the order of columns in ledger_schema.cpp.
// Rows and areas must live until the call returns. Areas are those the rows point to by index.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/core/text.hpp"
#include "engine/ledger/rows.hpp"
#include "layers/write/geopackage_table.hpp"

namespace redline {

void put_activity(TableFiller& table, ActivityRecord const& record);
// The row of conflict_areas, conflict_lines or conflict_points, or (without geometry) that of conflicts.
void put_conflict(TableFiller& table, ActivityAttributes const& activity, ConflictRow const& row,
                  ProtectedArea const& area);
void put_proximity(TableFiller& table, ActivityAttributes const& activity, ProximityRow const& row,
                   ProtectedArea const& area);
void put_basemap(TableFiller& table, BasemapRow const& row, ProtectedArea const& area);
void put_layer(TableFiller& table, LayerRow const& row);
void put_rows(TableFiller& table, RowsRow const& row);
void put_summary(TableFiller& table, SummaryRow const& row);
void put_rights_overlap(TableFiller& table, RightsOverlapRow const& row);
void put_decision(TableFiller& table, DecisionRow const& row);
void put_finding(TableFiller& table, Finding const& finding, Language language);

}  // namespace redline
