// SPDX-License-Identifier: Apache-2.0
#include "cli/help_pages.hpp"

#include <algorithm>
#include <sstream>

#include "cli/help.hpp"
#include "cli/help_format.hpp"
#include "layers/write/atomic_file.hpp"

namespace redline::cli {
namespace {

std::string file_name(std::string const& page, Language l) { return page + (l == Language::zh ? ".zh-CN.md" : ".md"); }

std::string heading(char const* name, Language l) { return "\n## " + label(name, l) + "\n\n"; }

std::string in_table(std::string text) {
  for (std::size_t at = 0; (at = text.find_first_of("|\n", at)) != std::string::npos; at += 2)
    text[at] == '|' ? text.insert(at, "\\") : text.replace(at, 1, "; ");
  return text;
}

std::string two_column_row(std::string const& left, std::string const& right) {
  return "| " + in_table(left) + " | " + in_table(right) + " |\n";
}

std::string option_list(std::vector<CLI::Option const*> const& options, Language l) {
  std::string out;
  for (auto const* o : options)
    out += "- **`" + option_names(*o) + "`** " + o->get_description() + option_marks(*o, l) + "\n";
  return out;
}

// Lines that begin with "redline " are commands; what stands between them is text.
std::string examples(std::string const& command, Language l) {
  std::istringstream lines(render("help." + command + ".examples", l));
  std::string out;
  bool in_code = false;
  for (std::string line; std::getline(lines, line);) {
    bool const is_command = line.rfind("redline ", 0) == 0;
    if (is_command != in_code) out += is_command ? (out.empty() ? "```\n" : "\n```\n") : "```\n\n";
    in_code = is_command;
    out += line + "\n";
  }
  return out + (in_code ? "```\n" : "");
}

std::string statuses(Command const& command, Language l) {
  std::string out = two_column_row(label("status", l), label("meaning", l)) + "|---|---|\n";
  for (auto const status : command.statuses()) {
    auto const number = std::to_string(status);
    auto const own = "help." + command.name() + ".status." + number;
    out += two_column_row(number, render(has_text(own) ? own : "help.status." + number, l));
  }
  return out;
}

std::string diagnostics(Command const& command, Language l) {
  std::string out;
  for (auto const* key : command.diagnostics()) {
    out += "- " + render(Message{key, std::vector<std::string>(10, "…")}, l);
    auto const hint = std::string(key) + ".hint";
    out += (has_text(hint) ? " — " + render(Message{hint, std::vector<std::string>(10, "…")}, l) : "") + "\n";
  }
  return out;
}

std::vector<CLI::Option const*> options_of(CLI::App const& app, bool positional) {
  return app.get_options(
      [&](CLI::Option const* o) { return o->get_positional() == positional && !o->get_group().empty(); });
}

std::string first_lines(std::string const& title, std::string const& page, Language l) {
  auto const other = l == Language::zh ? Language::en : Language::zh;
  std::string const index =
      page == "README" ? "" : " · [" + label("all_commands", l) + "](" + file_name("README", l) + ")";
  return "<!-- " + label("generated", l) + " -->\n# " + title + "\n\n[" + label("other_language", l) + "](" +
         file_name(page, other) + ")" + index + "\n";
}

class Pages {
 public:
  explicit Pages(Language language) : m_commands(all_commands()) {
    m_common.language = language;
    declare(m_app, m_common, m_commands);
  }

  void write(std::string const& folder) {
    write_file(folder + "/" + file_name("README", m_common.language), index(), true);
    for (auto const& c : m_commands) write_file(folder + "/" + file_name(c->name(), m_common.language), page(*c), true);
  }

 private:
  std::string page(Command const& command) const {
    auto const l = m_common.language;
    auto const& app = *m_app.get_subcommand(command.name());
    auto out = first_lines("redline " + command.name(), command.name(), l) + "\n" + app.get_description() +
               label("stop", l) + "\n";
    out += "\n```\n" + usage(app) + "```\n\n" + render("help." + command.name() + ".about", l) + "\n";
    if (auto const arguments = options_of(app, true); !arguments.empty())
      out += heading("arguments", l) + option_list(arguments, l);
    out += heading("options", l) + option_list(options_of(app, false), l);
    for (auto const* sub : app.get_subcommands([](CLI::App const*) { return true; }))
      out += "\n### redline " + command.name() + " " + sub->get_name() + "\n\n" + sub->get_description() +
             label("stop", l) + "\n\n" + option_list(options_of(*sub, true), l) +
             option_list(options_of(*sub, false), l);
    out += "\n" + render(Message{"help.label.see_common", {file_name("README", l)}}, l) + "\n";
    out += heading("statuses", l) + statuses(command, l) + heading("examples", l) + examples(command.name(), l);
    if (auto const messages = diagnostics(command, l); !messages.empty())
      out += heading("diagnostics", l) + label("diagnostics_intro", l) + "\n\n" + messages;
    return out;
  }

  std::string index() const {
    auto const l = m_common.language;
    auto out = first_lines(label("index", l), "README", l) + "\n" + m_app.get_description() + "\n\n";
    out += two_column_row(label("command", l), label("does", l)) + "|---|---|\n";
    for (auto const& c : m_commands)
      out += two_column_row("[`" + c->name() + "`](" + file_name(c->name(), l) + ")",
                            m_app.get_subcommand(c->name())->get_description());
    out += heading("common", l) + option_list(options_of(m_app, false), l);
    return out + heading("examples", l) + examples("redline", l) + "\n" + render("help.redline.more", l) + "\n";
  }

  // The program's own line of usage, without its label.
  std::string usage(CLI::App const& app) const {
    auto const line = HelpFormat(m_common.language).make_usage(&app, "redline " + app.get_name());
    return line.substr(line.find(':') + 2);
  }

  CLI::App m_app;
  Common m_common;
  std::vector<std::unique_ptr<Command>> m_commands;
};

}  // namespace

void write_help_pages(std::string const& folder) {
  for (auto const language : {Language::en, Language::zh}) Pages(language).write(folder);
}

}  // namespace redline::cli
