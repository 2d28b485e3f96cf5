// redline prepare: keep the basemap of a workspace, so that a screening starts from it.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/layer_options.hpp"
#include "cli/progress_bar.hpp"
#include "layers/prepared/prepare_run.hpp"
#include "layers/workspace/workspace.hpp"

namespace redline::cli {
namespace {

constexpr double MEGABYTE = 1e6;

class Prepare final : public Command {
 public:
  std::string name() const override { return "prepare"; }
  void configure(CLI::App& app, Language l) override {
    auto const h = [&](char const* option) { return help_text("prepare", option, l); };
    app.add_option("-w,--workspace", m_workspace, h("workspace"))->type_name("DIR");
    app.add_option("--as-of", m_as_of, h("as_of"))->type_name("DATE");
    app.add_flag("--check", m_check, h("check"));
    app.add_option("--threads", m_threads, h("threads"))->check(CLI::Range(1, 256).description(""))->type_name("N");
  }
  std::vector<int> statuses() const override { return {0, 1, 2, 3, 4, 5, 130}; }
  std::vector<char const*> diagnostics() const override {
    return {"prepared.source_busy", "prepared.no_file",        "prepared.none",          "prepared.damaged",
            "prepared.other_day",   "prepared.source_changed", "prepared.other_program", "workspace.none"};
  }
  int run(Common const& common) override {
    auto workspace = read_workspace(find_workspace(m_workspace));
    auto& plan = workspace.plan;
    plan.language = common.language_name.empty() ? workspace.language.value_or(common.language) : common.language;
    set_day(plan, m_as_of);
    plan.threads = threads_of(m_threads);
    auto shown = common;
    shown.language = plan.language;
    ProgressBar bar(shown);
    plan.progress = &bar;
    return m_check ? check(plan, common) : prepare(plan, common);
  }

 private:
  static int check(RunPlan const& plan, Common const& common) {
    auto const why_not = check_prepared(plan);
    if (!common.quiet) std::cout << render(why_not.value_or(Message{"prepare.fits", {}}), plan.language) << '\n';
    return why_not ? 1 : 0;
  }

  static int prepare(RunPlan const& plan, Common const& common) {
    auto const r = run_prepare(plan);
    if (common.quiet) return 0;
    auto const say = [&](Message const& m) { std::cout << render(m, plan.language) << '\n'; };
    say({"prepare.done",
         {r.path, std::to_string(r.layers), std::to_string(r.areas),
          fmt::format("{:.2f}", static_cast<double>(r.bytes) / MEGABYTE)}});
    auto const& days = r.days;
    if (days.first || days.last)
      say({"prepare.days",
           {days.first ? to_string(*days.first) : "@prepare.open_end",
            days.last ? to_string(*days.last) : "@prepare.open_end"}});
    return 0;
  }

  std::string m_workspace, m_as_of;
  int m_threads = 0;
  bool m_check = false;
};

}  // namespace

std::unique_ptr<Command> make_prepare() { return std::make_unique<Prepare>(); }

}  // namespace redline::cli
