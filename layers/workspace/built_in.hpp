// A file of a workspace that the program carries (register.csv, aliases.csv, new_workspace.toml). Error(invariant,
// "workspace.not_embedded") {name} where it has none of that name.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace redline {

std::string built_in_text(std::string_view name);

}  // namespace redline
