// A QGIS project file: a zip with one .qgs inside. Appears complete or not at all; the same text gives the same bytes.
// Errors: AtomicFile's.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

void write_qgz(std::string const& path, std::string const& project_xml, bool overwrite);

}  // namespace redline
