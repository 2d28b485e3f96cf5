// redline qgis: a QGIS project of a ledger; styles changed in QGIS into the workspace.
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "engine/core/error.hpp"
#include "engine/core/letters.hpp"
#include "layers/postgis/ledger_here.hpp"
#include "layers/qgis/project.hpp"
#include "layers/qgis/save_styles.hpp"
#include "layers/read/place.hpp"
#include "layers/run/outputs.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline::cli {
namespace {

class Qgis final : public Command {
 public:
  std::string name() const override { return "qgis"; }
  void configure(CLI::App& app, Language l) override {
    auto const h = [&](char const* option) { return help_text("qgis", option, l); };
    app.add_option("ledger", o.ledger, h("ledger"))->required()->type_name("LEDGER");
    app.add_option("-o,--output", o.output, h("output"))->type_name("FILE.qgz|FILE.qgs");
    app.add_flag("--overwrite", o.overwrite, h("overwrite"));
    app.add_option("--restoration", o.restoration, h("restoration"))->type_name("FILE.gpkg");
    app.add_option("--report", o.report, h("report"))->type_name("FILE.html");
    app.add_option("-w,--workspace", m_workspace, h("workspace"))->type_name("DIR");
    app.add_flag("--save-styles", m_save, h("save_styles"));
    app.add_option("--layer", m_layers, h("layer"))->type_name("NAME")->allow_extra_args(false);
  }
  std::vector<int> statuses() const override { return {0, 2, 3, 4, 5}; }
  std::vector<char const*> diagnostics() const override {
    return {"cli.qgis_what",          "cli.qgis_layer",   "cli.qgis_not_with_save",
            "qgis.no_restoration",    "read.busy",        "cli.qgis_ending",
            "cli.save_from_database", "workspace.none",   "read.missing",
            "write.not_a_ledger",     "pg.connect",       "pg.no_ledger",
            "style.no_source",        "style.broken",     "style.geometry",
            "style.unknown_layer",    "style.no_layer",   "style.not_a_style",
            "write.exists",           "write.failed",     "write.is_input",
            "write.of_workspace",     "write.no_project", "write.own_project"};
  }
  int run(Common const& common) override {
    o.language = common.language;
    if (m_save == !o.output.empty()) throw Error(ErrorKind::usage, "cli.qgis_what");
    for (auto const& [name, value] : {std::pair{"--restoration", &o.restoration}, {"--report", &o.report}})
      if (m_save && !value->empty()) throw Error(ErrorKind::usage, "cli.qgis_not_with_save", {name});
    if (!m_save && !is_project(o.output)) throw Error(ErrorKind::usage, "cli.qgis_ending", {o.output});
    if (!m_save && !m_layers.empty()) throw Error(ErrorKind::usage, "cli.qgis_layer");
    return m_save ? save(common) : project(common);
  }

 private:
  // Neither password nor schema: QGIS asks for the one, and each layer names the other.
  static DatabasePlace qgis_database(PostgisAddress const& address) {
    DatabasePlace out;
    out.schema = address.schema;
    for (auto const* key : {"service", "dbname", "host", "port", "user", "sslmode"})
      if (auto const value = address.word(key); !value.empty()) out.words.emplace_back(key, value);
    return out;
  }
  static bool is_project(std::string const& path) {
    auto const ending = small_letters(std::filesystem::path(path).extension().string());
    return ending == ".qgz" || ending == ".qgs";
  }
  int project(Common const& common);
  int save(Common const& common);
  static void note(Findings const& findings, Language l) {
    for (auto const& f : findings) std::cerr << "redline: " << render(Message{f.code, f.args}, l) << '\n';
  }

  ProjectOptions o;
  std::string m_workspace;
  std::vector<std::string> m_layers;
  bool m_save = false;
};

// A ledger is a map without any workspace: one that is there nearby is used, none is asked for.
std::string workspace_nearby(std::string const& given) {
  try {
    return find_workspace(given);
  } catch (Error const& e) {
    if (!given.empty() || e.message().key != "workspace.none") throw;
    return {};
  }
}

int Qgis::project(Common const& common) {
  o.workspace_directory = workspace_nearby(m_workspace);
  if (!o.workspace_directory.empty()) o.register_file = read_workspace(o.workspace_directory).plan.register_file;
  check_replaces_none({o.output}, {o.ledger, o.restoration, o.report});
  check_not_of_workspace({o.output}, o.workspace_directory);
  LedgerHere const here(o.ledger);
  if (here.address()) o.database = qgis_database(*here.address());
  auto const made = here.read([&](std::string const& file) {
    o.ledger = file;
    return write_project(o);
  });
  note(made.findings, o.language);
  if (common.quiet) return 0;
  auto const say = [&](char const* key, std::vector<std::string> args) {
    std::cout << render(Message{key, std::move(args)}, o.language) << '\n';
  };
  for (auto const& file : made.styles) say("cli.style_used", {file});
  if (!made.ledger_language.empty() && made.ledger_language != (o.language == Language::zh ? "zh" : "en"))
    say("cli.qgis_other_language", {o.ledger});
  say("cli.qgis_done",
      {o.output, std::to_string(made.layers), std::to_string(made.bookmarks), std::to_string(made.layouts)});
  return 0;
}

int Qgis::save(Common const& common) {
  if (is_database(o.ledger)) throw Error(ErrorKind::usage, "cli.save_from_database");
  auto const saved = save_styles({o.ledger, find_workspace(m_workspace), m_layers, o.overwrite});
  note(saved.findings, o.language);
  if (common.quiet) return 0;
  auto const say = [&](char const* key, std::vector<std::string> args) {
    std::cout << render(Message{key, std::move(args)}, o.language) << '\n';
  };
  for (auto const& file : saved.written) say("cli.style_saved", {file});
  for (auto const& file : saved.same) say("cli.style_same", {file});
  if (saved.written.empty() && saved.same.empty()) say("cli.no_style_changed", {o.ledger});
  if (!saved.as_made.empty()) say("cli.styles_as_made", {std::to_string(saved.as_made.size())});
  return 0;
}

}  // namespace

std::unique_ptr<Command> make_qgis() { return std::make_unique<Qgis>(); }

}  // namespace redline::cli
