// redline init: a new workspace.
// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline::cli {
namespace {

class Init final : public Command {
 public:
  std::string name() const override { return "init"; }
  void configure(CLI::App& app, Language l) override {
    app.add_option("dir", m_dir, help_text("init", "dir", l))->required()->type_name("DIR");
    app.add_flag("--demo", m_demo, help_text("init", "demo", l));
  }
  std::vector<int> statuses() const override { return {0, 2, 3, 4, 5}; }
  std::vector<char const*> diagnostics() const override {
    return {"workspace.exists", "workspace.in_the_way", "workspace.not_written", "workspace.no_demo"};
  }
  int run(Common const& common) override {
    init_workspace(m_dir, m_demo, common.language);
    if (!common.quiet) std::cout << render(Message{"cli.init_done", {m_dir}}, common.language) << '\n';
    return 0;
  }

 private:
  std::string m_dir;
  bool m_demo = false;
};

}  // namespace

std::unique_ptr<Command> make_init() { return std::make_unique<Init>(); }

}  // namespace redline::cli
