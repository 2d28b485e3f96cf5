// What is wrong with a command line, in the language of the person: the command or option at fault, the nearest one
// that exists, the values that would do. Call it with the app that threw.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <CLI/CLI.hpp>

#include <string>
#include <vector>

#include "engine/core/text.hpp"

namespace redline::cli {

std::string describe(CLI::ParseError const& error, CLI::App const& app, std::vector<std::string> const& arguments,
                     Language language);

}  // namespace redline::cli
