// Where a state or report is about to be written, looked at before any work: none is the store, a file that was
// imported (of the same name or content, wherever it lies now), nor a file of the workspace (redline.toml, register,
// layers, …). Errors of kind output: those of check_places(), restoration.was_imported {path,
// file}; input: restoration.store_unreadable. SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace redline {

void check_report_places(std::string const& workspace, std::vector<std::string> outputs, bool overwrite);

}  // namespace redline
