// redline qgis: a QGIS project of a ledger.
// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "layers/postgis/ledger_here.hpp"
#include "layers/qgis/project.hpp"

namespace redline::cli {
namespace {

class Qgis final : public Command {
 public:
  std::string name() const override { return "qgis"; }
  void configure(CLI::App& app, Language l) override {
    auto const h = [&](char const* option) { return help_text("qgis", option, l); };
    app.add_option("ledger", o.ledger, h("ledger"))->required()->type_name("LEDGER");
    app.add_option("-o,--output", o.output, h("output"))->required()->type_name("FILE.qgz");
    app.add_flag("--overwrite", o.overwrite, h("overwrite"));
    app.add_option("--restoration", o.restoration, h("restoration"))->type_name("FILE.gpkg");
    app.add_option("--report", o.report, h("report"))->type_name("FILE.html");
  }
  std::vector<int> statuses() const override { return {0, 2, 3, 4, 5}; }
  std::vector<char const*> diagnostics() const override {
    return {"read.missing", "write.not_a_ledger", "pg.connect", "pg.no_ledger", "write.exists", "write.failed"};
  }
  int run(Common const& common) override {
    o.language = common.language;
    LedgerHere const here(o.ledger);
    if (here.address()) o.database = qgis_database(*here.address());
    o.ledger = here.file();
    auto const made = write_project(o);
    if (!common.quiet)
      std::cout << render(Message{"cli.qgis_done",
                                  {o.output, std::to_string(made.layers), std::to_string(made.bookmarks),
                                   std::to_string(made.layouts)}},
                          o.language)
                << '\n';
    return 0;
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
  ProjectOptions o;
};

}  // namespace

std::unique_ptr<Command> make_qgis() { return std::make_unique<Qgis>(); }

}  // namespace redline::cli
