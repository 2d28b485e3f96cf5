// The layers of a QGIS project that show a ledger, each with its style as a QML: by the ids that the program gives
// (redline_NAME), those dragged in by hand by the table they show; each name once. `changed`: it looks otherwise than
// the program may have written it (written_looks.hpp). Errors of kind input: style.no_source {path}, style.broken.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "layers/qgis/saved_styles.hpp"
#include "layers/qgis/xml_text.hpp"

namespace redline {

struct FoundStyle {
  std::string layer, qml, sld;
  bool changed = false;
};

XmlText opened_project(std::string const& path);  // .qgz or .qgs
std::vector<FoundStyle> styles_of_project(XmlText const& project, SavedStyles const& saved);

}  // namespace redline
