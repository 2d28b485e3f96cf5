// SPDX-License-Identifier: Apache-2.0
#include "cli/usage_error.hpp"

#include <algorithm>

#include "cli/help_format.hpp"
#include "engine/rules/words.hpp"

namespace redline::cli {
namespace {

class UsageError {
 public:
  UsageError(CLI::ParseError const& error, CLI::App const& app, Language language)
      : m_error(error), m_app(app), m_language(language) {
    auto const chosen = app.get_subcommands();
    if (!chosen.empty()) m_command = chosen.front();
  }

  std::string describe(std::vector<std::string> const& arguments) const {
    auto const kind = static_cast<CLI::ExitCodes>(m_error.get_exit_code());
    if (kind == CLI::ExitCodes::ExtrasError || kind == CLI::ExitCodes::RequiredError || !m_command)
      for (auto const& a : arguments)
        if (looks_like_option(a) && !knows(a)) return unknown_option(a);
    if (kind == CLI::ExitCodes::ExtrasError) return unexpected();
    if (kind == CLI::ExitCodes::RequiredError) return m_command ? missing() : no_command(arguments);
    return bad_value();
  }

 private:
  std::string say(char const* key, std::vector<std::string> args) const {
    return render(Message{key, std::move(args)}, m_language);
  }

  std::vector<CLI::Option const*> options() const {
    auto out = m_app.get_options();
    if (m_command)
      for (auto const* o : m_command->get_options()) out.push_back(o);
    return out;
  }

  std::string commands() const {
    std::string out;
    for (auto const* c : m_app.get_subcommands([](CLI::App const*) { return true; }))
      out += (out.empty() ? "" : " ") + c->get_name();
    return out;
  }

  static bool looks_like_option(std::string const& a) {
    return a.size() > 1 && a.front() == '-' && a != "--" && (a[1] < '0' || a[1] > '9') && a[1] != '.';
  }

  // --name=value and -nvalue are known by their names.
  static std::string name_of(std::string const& a) { return a[1] == '-' ? a.substr(0, a.find('=')) : a.substr(0, 2); }

  std::string no_command(std::vector<std::string> const& arguments) const {
    for (std::size_t i = 0; i < arguments.size(); ++i)
      if (arguments[i] == "--lang") {
        ++i;
      } else if (!looks_like_option(arguments[i])) {
        return unknown_command(arguments[i]);
      }
    return say("cli.no_command", {commands()});
  }

  std::string unknown_command(std::string const& word) const {
    std::vector<std::string> names;
    for (auto const* c : m_app.get_subcommands([](CLI::App const*) { return true; })) names.push_back(c->get_name());
    return say("cli.unknown_command", {word, nearest(names, word), commands()});
  }

  bool knows(std::string const& argument) const {
    auto const all = options();
    return std::any_of(all.begin(), all.end(), [&](auto const* o) { return o->check_name(name_of(argument)); });
  }

  std::string unknown_option(std::string const& argument) const {
    if (argument[1] != '-') return say("cli.unknown_flag", {name_of(argument)});
    std::vector<std::string> names;
    for (auto const* o : options())
      for (auto const& l : o->get_lnames()) names.push_back("--" + l);
    return say("cli.unknown_option", {name_of(argument), nearest(names, name_of(argument))});
  }

  // CLI11 ends this message with what is left over.
  std::string unexpected() const {
    std::string what = m_error.what();
    auto const colon = what.find(": ");
    if (colon == std::string::npos || !m_command) return what;
    return say("cli.unexpected", {what.substr(colon + 2), m_command->get_name()});
  }

  std::string missing() const {
    for (auto const* o : options())
      if (o->get_required() && o->count() == 0)
        return say("cli.missing", {m_command->get_name(), option_names(*o), o->get_description()});
    return m_error.what();
  }

  // CLI11 begins these messages with the name of the option.
  std::string bad_value() const {
    std::string what = m_error.what();
    for (auto const* o : options()) {
      auto const name = o->get_name();
      if (what.rfind(name + ":", 0) != 0 && what.rfind("Could not convert: " + name + " ", 0) != 0) continue;
      if (o->count() == 0 || o->results().empty() || o->results().back().empty())
        return say("cli.no_value", {o->get_name(), option_names(*o), o->get_description()});
      return say("cli.bad_value", {o->get_name(), o->results().back(), option_names(*o), o->get_description()});
    }
    return what;
  }

  static std::string nearest(std::vector<std::string> const& names, std::string const& word) {
    return std::string(nearest_word({names.begin(), names.end()}, word));
  }

  CLI::ParseError const& m_error;
  CLI::App const& m_app;
  CLI::App const* m_command = nullptr;
  Language m_language;
};

}  // namespace

std::string describe(CLI::ParseError const& error, CLI::App const& app, std::vector<std::string> const& arguments,
                     Language language) {
  return UsageError(error, app, language).describe(arguments);
}

}  // namespace redline::cli
