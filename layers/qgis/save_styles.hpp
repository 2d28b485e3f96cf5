// Takes the styles that people changed in QGIS into the folder styles/ of a workspace: from a ledger those that QGIS
// saved as default into its table layer_styles, from a project (.qgz, .qgs) those of layers that no longer look as
// made. `layers` names others to be taken as they are (ids without redline_). A style that is there already with the
// same bytes is not written again. From a project, a layer of one's own counts as the table it shows. Errors:
// read.missing, style.no_source {file}, style.broken, style.no_layer {name, known} (input), AtomicFile's (output).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/core/finding.hpp"

namespace redline {

struct SaveStylesOptions {
  std::string source, workspace_directory;
  std::vector<std::string> layers;
  bool overwrite = false;
};

struct StylesSaved {
  std::vector<std::string> written, same, as_made;  // files, files, layers
  Findings findings;
};

StylesSaved save_styles(SaveStylesOptions const& options);

}  // namespace redline
