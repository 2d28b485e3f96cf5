// What would be lost if a new project took the place of a file: refused before anything is written. Errors of kind
// output: write.is_ledger {path}; write.no_project {path}, of a file that is no project of the program;
// write.own_project {path, names}, of one with layers or print layouts that people added, or with layers whose styles
// they changed (not where the styles of the workspace have them by now). A project that was only opened and saved is
// replaced; so is what is not there.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "layers/qgis/saved_styles.hpp"

namespace redline {

void check_project_replaced(std::string const& path, SavedStyles const& saved);

}  // namespace redline
