// Makes a workspace: redline.toml with comments, register.csv and aliases.csv, rules.toml and rules.examples.toml
// (copies to edit), and with `demo` the layers of the demonstration workspace, from REDLINE_DATA/xinjiang, the
// installed data, or the source tree. A folder that already holds a redline.toml, or a file of a name that would be
// written, is refused before anything is written (Error(output, "workspace.…")). redline.toml is written last, so that
// a folder with one is complete.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/core/text.hpp"

namespace redline {

void init_workspace(std::string const& directory, bool demo, Language language = Language::zh);

}  // namespace redline
