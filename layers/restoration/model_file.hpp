// The words of the restoration ledger from TOML: restoration.toml beside redline.toml if it is there, else the built-in
// one. Errors: Error(input, "workspace.…" or "restoration.model_…") with file and line.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/restoration/stages.hpp"

namespace redline {

RestorationModel read_restoration_model(std::string const& workspace_directory);
RestorationModel parse_restoration_model(std::string const& text, std::string const& file);

}  // namespace redline
