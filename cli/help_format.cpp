// SPDX-License-Identifier: Apache-2.0
#include "cli/help_format.hpp"

#include <sstream>

#include "cli/wrap.hpp"

namespace redline::cli {
namespace {

constexpr std::size_t INDENT = 2, TEXT_COLUMN = 30, LINE = 100;

std::string two_columns(std::string const& left, std::string const& text) {
  auto const used = INDENT + display_width(left);
  std::string const next_line = "\n" + std::string(TEXT_COLUMN, ' ');
  auto out = std::string(INDENT, ' ') + left + (used < TEXT_COLUMN ? std::string(TEXT_COLUMN - used, ' ') : next_line);
  auto const lines = wrap(text, LINE - TEXT_COLUMN);
  for (std::size_t i = 0; i < lines.size(); ++i) out += (i == 0 ? "" : next_line) + lines[i];
  return out + "\n";
}

}  // namespace

HelpFormat::HelpFormat(Language language) : m_language(language) {
  label("Usage", cli::label("usage", language));
  label("OPTIONS", cli::label("option_mark", language));
  label("SUBCOMMAND", cli::label("command_mark", language));
  label("Positionals", cli::label("arguments", language));
}

std::string HelpFormat::make_option(CLI::Option const* option, bool) const {
  return two_columns(option_names(*option), option->get_description() + option_marks(*option, m_language));
}

std::string HelpFormat::make_description(CLI::App const* app) const {
  std::string out;
  for (auto const& line : wrap(app->get_description(), LINE)) out += line + "\n";
  return out;
}

std::string HelpFormat::make_option_usage(CLI::Option const* positional) const { return option_names(*positional); }

std::string HelpFormat::make_subcommand(CLI::App const* command) const {
  return two_columns(command->get_name(), command->get_description());
}

std::string label(char const* name, Language language) { return render(std::string("help.label.") + name, language); }

std::string option_names(CLI::Option const& option) {
  auto const type = option.get_type_size() == 0 ? std::string{} : option.get_type_name();
  if (option.get_positional()) return type.empty() ? option.get_name(true, false) : type;
  std::string out;
  for (auto const& s : option.get_snames()) out += (out.empty() ? "-" : ", -") + s;
  for (auto const& l : option.get_lnames()) out += (out.empty() ? "--" : ", --") + l;
  return type.empty() ? out : out + " " + type;
}

std::string option_marks(CLI::Option const& option, Language language) {
  std::string out;
  if (option.get_required()) out += label("required", language);
  if (option.get_expected_max() == CLI::detail::expected_max_vector_size) out += label("repeated", language);
  return out.empty() || language == Language::zh ? out : " " + out;
}

std::string examples_footer(std::string const& command, Language language) {
  auto const key = "help." + command + ".examples";
  if (!has_text(key)) return {};
  std::istringstream lines(render(key, language));
  std::string out = label("examples", language) + ":";
  for (std::string line; std::getline(lines, line);) {
    bool const is_command = line.rfind("redline ", 0) == 0;
    out += "\n" + std::string(is_command ? 4 : 2, ' ') + line;
  }
  return out;
}

}  // namespace redline::cli
