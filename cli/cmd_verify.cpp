// redline verify: recompute a ledger and compare.
// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/progress_bar.hpp"
#include "layers/postgis/ledger_here.hpp"
#include "layers/verify/verify.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline::cli {
namespace {

class Verify final : public Command {
 public:
  std::string name() const override { return "verify"; }
  void configure(CLI::App& app, Language l) override {
    auto const h = [&](char const* option) { return help_text("verify", option, l); };
    app.add_option("file", m_options.ledger, h("file"))->required()->type_name("LEDGER|SCREENING.json");
    app.add_option("-w,--workspace", m_workspace, h("workspace"))->type_name("DIR");
    app.add_option("--rules", m_options.rules_file, h("rules"))->type_name("FILE");
    app.add_option("--limit", m_limit, h("limit"))->check(CLI::Range(0, 1000000).description(""))->type_name("N");
    app.add_flag("--json", m_json, h("json"));
    app.add_option("--threads", m_threads, h("threads"))->check(CLI::Range(1, 256).description(""))->type_name("N");
    app.add_flag("--allow-network", m_options.allow_network, h("allow_network"));
    app.add_flag("--allow-vrt", m_options.allow_vrt, h("allow_vrt"));
  }
  std::vector<int> statuses() const override { return {0, 1, 2, 3, 4, 5, 130}; }
  std::vector<char const*> diagnostics() const override {
    return {"read.missing",
            "write.not_a_ledger",
            "ledger_report.other_version",
            "verify.other_version",
            "verify.other_rules",
            "verify.no_settings",
            "verify.not_a_screening",
            "verify.pasted",
            "workspace.none",
            "pg.connect",
            "pg.no_ledger"};
  }
  int run(Common const& common) override {
    ProgressBar bar(common);
    m_options.progress = &bar;
    m_options.threads = threads_of(m_threads);
    m_options.workspace = [&] { return read_workspace(find_workspace(m_workspace)); };
    LedgerHere const here(m_options.ledger);
    auto const result = here.read([&](std::string const& file) {
      m_options.ledger = file;
      return is_screening(file) ? verify_screening(m_options) : verify_ledger(m_options);
    });
    bar.clear();
    if (m_json) std::cout << verification_json(result, here.shown());
    if (!m_json && !common.quiet)
      for (auto const& line : verification_lines(result, here.shown(), m_limit))
        std::cout << render(line, common.language) << '\n';
    return result.same() ? 0 : 1;
  }

 private:
  VerifyOptions m_options;
  std::string m_workspace;
  std::size_t m_limit = 20;
  int m_threads = 0;
  bool m_json = false;
};

}  // namespace

std::unique_ptr<Command> make_verify() { return std::make_unique<Verify>(); }

}  // namespace redline::cli
