// SPDX-License-Identifier: Apache-2.0
#include "cli/help.hpp"

#include <cstdlib>
#include <string_view>

#include "cli/help_format.hpp"
#include "engine/core/version.hpp"
#include "layers/gdal/session.hpp"

namespace redline::cli {

Language language_from_environment() {
  for (auto const* name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"})
    if (auto const* value = std::getenv(name); value && *value) {
      std::string_view const v(value);
      if (v == "C" || v == "POSIX" || v.substr(0, 2) == "C.") continue;
      return v.substr(0, 2) == "zh" ? Language::zh : Language::en;
    }
  return Language::zh;
}

Language language_of(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    std::string_view const a(argv[i]);
    auto const value = a == "--lang" && i + 1 < argc ? std::string_view(argv[i + 1])
                       : a.substr(0, 7) == "--lang=" ? a.substr(7)
                                                     : "";
    if (value == "en") return Language::en;
    if (value == "zh") return Language::zh;
  }
  return language_from_environment();
}

std::string version_text() {
  return "redline " + redline_version() + "\nGDAL " + gdal_version() + "\nGEOS " + geos_version() + "\nPROJ " +
         proj_version() + "\nproj.db " + proj_database_version();
}

std::string help_text(std::string const& command, char const* option, Language language) {
  return render("help." + command + "." + option, language);
}

namespace {

void declare_common(CLI::App& app, Common& common, Language l) {
  app.option_defaults()->group(label("options", l));
  app.set_version_flag("--version", std::function<std::string()>(version_text), render("help.common.version", l));
  app.set_help_flag("-h,--help", render("help.common.help", l));
  app.add_option("--lang", common.language_name, render("help.common.lang", l))
      ->check(CLI::IsMember({"zh", "en"}).description(""))
      ->type_name("zh|en");
  app.add_flag("-q,--quiet", common.quiet, render("help.common.quiet", l));
  app.add_flag("--progress", common.progress, render("help.common.progress", l));
  app.add_flag("-v,--verbose", common.verbose, render("help.common.verbose", l));
}

}  // namespace

void declare(CLI::App& app, Common& common, std::vector<std::unique_ptr<Command>>& commands) {
  auto const l = common.language;
  app.name("redline");
  app.description(render("help.redline", l));
  app.formatter(std::make_shared<HelpFormat>(l));
  declare_common(app, common, l);
  app.footer(examples_footer("redline", l) + "\n\n" + render("help.redline.more", l));
  app.require_subcommand(1);
  app.fallthrough();
  for (auto& c : commands) {
    auto* sub = app.add_subcommand(c->name(), render("help." + c->name(), l));
    sub->group(label("commands", l));
    sub->set_help_flag("-h,--help", render("help.common.help", l));
    sub->footer(examples_footer(c->name(), l));
    c->configure(*sub, l);
  }
}

}  // namespace redline::cli
