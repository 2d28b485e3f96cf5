// A versioned rule set: instruments with dates and clauses, rules by activity kind × area kind × zone × action × date ×
// mineral class × state of the right, and dispositions. It is a TOML file (docs/rules.md) that staff copy and edit.
// judge(): every rule in force that meets the evidence fires; the most severe effect wins; an effect that rests on a
// text nobody has verified counts as `review`; where nothing fires the verdict is `review`. A grant (new, renew,
// change, transfer) is judged by the law of its act_date, and what exists today also by the law of `as_of`. Immutable,
// any thread. parse() throws Error(input, "rules.…") that names file, line, what is wrong, and the nearest valid word.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "engine/core/date.hpp"
#include "engine/rules/evidence.hpp"
#include "engine/rules/judgement.hpp"

namespace redline {

namespace rules {
struct RuleSetData;
}

class RuleSet {
 public:
  static RuleSet parse(std::string_view toml, std::string const& file_name);
  static RuleSet builtin();
  std::string id() const;
  std::string version() const;
  std::string sha256() const;                          // of the bytes of the file
  bool knows_status(std::string_view status) const;    // as a name of the state of a right or facility; "" too
  bool knows_mineral(std::string_view mineral) const;  // each one that the text states; "" too
  Judgement judge(Evidence const& evidence, Date as_of) const;

 private:
  std::shared_ptr<rules::RuleSetData const> m_data;
};

std::string_view builtin_rules();          // the text of sets/xinjiang.toml, to copy and edit
std::string_view builtin_rule_examples();  // the text of sets/xinjiang.examples.toml

}  // namespace redline
