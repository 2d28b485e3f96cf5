// The files that the workspaces at hand work with: layers and their coverage, settings, rules, register, decisions,
// styles, the restoration store. No output replaces one of them. At hand are the workspace that is named, the nearest
// one to the current folder, and the nearest to each output. Of one that
// cannot be read count redline.toml and the files it names between quotes.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace redline::cli {

std::vector<std::string> workspace_files(std::vector<std::string> const& outputs, std::string const& named = {});

// Error(output, write.is_input) for one of `inputs`, Error(output, write.of_workspace) for a file of a workspace.
void check_replaces_no_input(std::vector<std::string> const& outputs, std::vector<std::string> const& inputs,
                             std::string const& workspace = {});

}  // namespace redline::cli
