// A QGIS project file: a zip with one .qgs inside. Appears complete or not at all; the same text gives the same bytes.
// read_qgz: the text of the first .qgs inside. Errors: AtomicFile's; style.no_source {path} (input).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

std::string read_qgz(std::string const& path);
void write_qgz(std::string const& path, std::string const& project_xml, bool overwrite);

}  // namespace redline
