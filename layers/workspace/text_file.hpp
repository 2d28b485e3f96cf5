// The whole text of a small file (settings, rules, registers), as bytes. Errors (kind input): read.missing {path},
// workspace.unreadable {path} where it is a folder or cannot be read to its end.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline {

std::string read_text_file(std::string const& path);

}  // namespace redline
