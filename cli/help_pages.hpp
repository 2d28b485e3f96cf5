// The pages of docs/commands, made from the same declarations as --help: NAME.md and NAME.zh-CN.md for each command and
// README.md, README.zh-CN.md as their index. Existing pages are replaced. Errors of kind output: write.failed.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace redline::cli {

void write_help_pages(std::string const& folder);

}  // namespace redline::cli
