// Examples beside a rule set: evidence and the judgement expected of it, so that an edit which changes an answer shows
// up. Each [[example]] has name, as_of, evidence = {…} and expect = {verdict, rules, disposition}; `rules`, where
// given, is the whole set of rules that fire. Malformed examples throw Error(input) with file and line, like rule
// files.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/rules/rule_set.hpp"

namespace redline {

struct ExampleResult {
  std::string name;
  long line = 0;
  std::string expected, got;  // "verdict disposition [rules]"
  bool ok = false;
};

std::vector<ExampleResult> run_examples(RuleSet const& set, std::string_view toml, std::string const& file_name);

}  // namespace redline
