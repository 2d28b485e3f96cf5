// redline check: the examples beside a rule set.
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "engine/core/error.hpp"
#include "engine/rules/examples.hpp"
#include "layers/workspace/text_file.hpp"

namespace redline::cli {
namespace {

// rules.toml has its examples in rules.examples.toml.
std::string examples_beside(std::string const& rules) {
  auto const path = std::filesystem::path(rules).replace_extension(".examples.toml");
  if (!std::filesystem::exists(path)) throw Error(ErrorKind::input, "cli.no_examples", {path.string()});
  return path.string();
}

class Check final : public Command {
 public:
  std::string name() const override { return "check"; }
  void configure(CLI::App& app, Language l) override {
    app.add_option("--rules", m_rules, help_text("check", "rules", l))->required()->type_name("FILE");
    app.add_option("--examples", m_examples, help_text("check", "examples_option", l))->type_name("FILE");
  }
  std::vector<int> statuses() const override { return {0, 1, 2, 3, 5}; }
  std::vector<char const*> diagnostics() const override {
    return {"cli.example_flipped", "cli.no_examples",    "read.missing",   "rules.syntax",
            "rules.unknown_key",   "rules.unknown_word", "rules.bad_date", "rules.unknown_clause"};
  }
  int run(Common const& common) override {
    auto const set = RuleSet::parse(read_text_file(m_rules), m_rules);
    auto const file = m_examples.empty() ? examples_beside(m_rules) : m_examples;
    auto const results = run_examples(set, read_text_file(file), file);
    std::size_t bad = 0;
    for (auto const& r : results) {
      if (r.ok) continue;
      ++bad;
      std::cout << render(Message{"cli.example_flipped", {file, std::to_string(r.line), r.name, r.expected, r.got}},
                          common.language)
                << '\n';
    }
    std::cout << render(Message{"cli.examples_done",
                                {set.id(), set.version(), std::to_string(results.size() - bad), std::to_string(bad)}},
                        common.language)
              << '\n';
    return bad == 0 ? 0 : 1;
  }

 private:
  std::string m_rules, m_examples;
};

}  // namespace

std::unique_ptr<Command> make_check() { return std::make_unique<Check>(); }

}  // namespace redline::cli
