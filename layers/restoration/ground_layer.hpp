// The ground of restoration as a layer for QGIS: a GeoPackage with `restoration_ground`, one row for each reserve, zone
// and class and each span of days in which it stays the same (valid_from, valid_to; empty for the last), so that the
// temporal controller can play it. Days are those of records with polygons, month ends where they are more than 120.
// Error(usage, restoration.no_polygons). SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "layers/restoration/status_run.hpp"

namespace redline {

void write_ground_layer(StatusRun const& run, std::string const& path, bool overwrite, Language language);

}  // namespace redline
