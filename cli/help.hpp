// The command line as a whole: language first (its texts depend on it), then options and help from one declaration.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "cli/command.hpp"

namespace redline::cli {

Language language_of(int argc, char** argv);  // --lang, else LANGUAGE, LC_ALL, LC_MESSAGES, LANG; Chinese where unset
void declare(CLI::App& app, Common& common, std::vector<std::unique_ptr<Command>>& commands);
std::string version_text();
std::string help_text(std::string const& command, char const* option, Language language);  // key help.COMMAND.OPTION

}  // namespace redline::cli
