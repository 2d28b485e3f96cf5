// How --help looks: CLI11's layout with our words, long texts wrapped, examples at the end.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <CLI/CLI.hpp>

#include <string>

#include "engine/core/text.hpp"

namespace redline::cli {

class HelpFormat final : public CLI::Formatter {
 public:
  explicit HelpFormat(Language language);
  std::string make_option(CLI::Option const* option, bool positional) const override;
  std::string make_option_usage(CLI::Option const* positional) const override;
  std::string make_description(CLI::App const* app) const override;
  std::string make_subcommand(CLI::App const* command) const override;

 private:
  Language m_language;
};

std::string label(char const* name, Language language);                  // key help.label.NAME
std::string option_names(CLI::Option const& option);                     // "-o, --output FILE", "DIR"
std::string option_marks(CLI::Option const& option, Language language);  // "(required)(may be repeated)", or nothing
std::string examples_footer(std::string const& command, Language language);  // the examples as --help shows them

}  // namespace redline::cli
