// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "embedded/rule_sets.hpp"
#include "engine/rules/rule_set.hpp"

namespace redline {
namespace {

std::string_view embedded_text(std::string_view name) {
  auto const files = embedded::rule_sets();
  auto const it = std::find_if(files.begin(), files.end(), [&](EmbeddedFile const& f) { return f.name == name; });
  return it == files.end() ? std::string_view{} : it->text;
}

}  // namespace

std::string_view builtin_rules() { return embedded_text("xinjiang.toml"); }
std::string_view builtin_rule_examples() { return embedded_text("xinjiang.examples.toml"); }

RuleSet RuleSet::builtin() {
  static RuleSet const set = parse(builtin_rules(), "xinjiang.toml");
  return set;
}

}  // namespace redline
