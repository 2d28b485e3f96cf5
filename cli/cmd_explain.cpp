// redline explain: why one activity or conflict got its verdict.
// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "layers/explain/explain.hpp"
#include "layers/postgis/ledger_here.hpp"

namespace redline::cli {
namespace {

class Explain final : public Command {
 public:
  std::string name() const override { return "explain"; }
  void configure(CLI::App& app, Language l) override {
    app.add_option("ledger", m_ledger, help_text("explain", "ledger", l))
        ->required()
        ->type_name("LEDGER|SCREENING.json");
    app.add_option("id", m_id, help_text("explain", "id", l))->type_name("ID");
  }
  std::vector<int> statuses() const override { return {0, 2, 3, 5}; }
  std::vector<char const*> diagnostics() const override {
    return {"read.missing",
            "explain.not_a_ledger",
            "explain.no_such_id",
            "explain.no_id",
            "verify.not_a_screening",
            "screen.other_format",
            "explain.no_such_application",
            "explain.edited",
            "pg.connect",
            "pg.no_ledger"};
  }
  int run(Common const& common) override {
    LedgerHere const here(m_ledger);
    auto const lines = here.read([&](std::string const& file) { return explain(file, m_id, common.language); });
    for (auto const& line : lines) std::cout << line << '\n';
    return 0;
  }

 private:
  std::string m_ledger, m_id;
};

}  // namespace

std::unique_ptr<Command> make_explain() { return std::make_unique<Explain>(); }

}  // namespace redline::cli
