// redline export: layers of a ledger into other formats.
// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "layers/exchange/exchange_format.hpp"
#include "layers/exchange/export_layers.hpp"
#include "layers/postgis/ledger_here.hpp"

namespace redline::cli {
namespace {

class Export final : public Command {
 public:
  std::string name() const override { return "export"; }
  void configure(CLI::App& app, Language l) override {
    auto const h = [&](char const* option) { return help_text("export", option, l); };
    app.add_option("ledger", o.ledger, h("ledger"))->required()->type_name("LEDGER");
    app.add_option("-o,--output", o.output, h("output"))->required()->type_name("FILE|DIR");
    app.add_option("--layer", o.layers, h("layer"))->type_name("NAME")->allow_extra_args(false);
    app.add_option("--format", o.format, h("format"))
        ->check(CLI::IsMember(format_names()).description(""))
        ->type_name("kml|geojson|flatgeobuf|shapefile");
    app.add_flag("--overwrite", o.overwrite, h("overwrite"));
  }
  std::vector<int> statuses() const override { return {0, 2, 3, 4, 5}; }
  std::vector<char const*> diagnostics() const override {
    return {
        "exchange.unknown_format", "exchange.which_layer", "exchange.no_layer", "exchange.no_rows", "read.missing",
        "write.not_a_ledger",      "write.exists",         "write.locked",      "write.failed",     "write.is_input",
        "write.of_workspace",      "write.is_ledger"};
  }
  int run(Common const& common) override {
    o.language = common.language;
    LedgerHere const here(o.ledger);
    if (here.address()) o.name = here.address()->schema;
    auto const done = here.read([&](std::string const& file) {
      o.ledger = file;
      return export_layers(o);
    });
    if (common.quiet) return 0;
    for (auto const& note : done.notes) std::cerr << "redline: " << render(note, o.language) << '\n';
    for (auto const& f : done.files)
      std::cout << render(Message{"cli.exported", {f.path, std::to_string(f.rows)}}, o.language) << '\n';
    return 0;
  }

 private:
  ExportOptions o;
};

}  // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<Export>(); }

}  // namespace redline::cli
