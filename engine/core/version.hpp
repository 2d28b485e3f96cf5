// Versions of Redline and of the libraries the engine computes with, as printed by --version and kept in the manifest.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

std::string redline_version();
std::string geos_version();
std::string proj_version();
std::string proj_database_version();  // "EPSG v10.076 (2022-08-31)", or empty where proj.db is missing

}  // namespace redline
