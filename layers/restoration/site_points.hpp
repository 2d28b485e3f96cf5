// The sites that have polygons, as points with the stages they went through: one row for each stretch of days with one
// stage. A site is where its ground lies, whatever its records say; a record without a day counts from the first day
// on that has one. Rows are written to the table of restoration_sites (layers/write/restoration_tables.hpp).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/restoration/status_run.hpp"
#include "layers/write/geopackage_table.hpp"

namespace redline {

void write_site_points(StatusRun const& run, TableFiller& table, Language language);  // run.map must be there

}  // namespace redline
