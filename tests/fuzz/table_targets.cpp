// decisions.csv and rule files: read, or refused with an Error of kind input that has a text.
// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "engine/rules/rule_set.hpp"
#include "layers/workspace/decisions.hpp"
#include "tests/fuzz/targets.hpp"

namespace redline::fuzz {

void decisions(std::string_view bytes) {
  accepted([&] {
    for (auto const& d : read_decisions(std::string(bytes), "decisions.csv")) {
      hold(d.line >= 2 && d.decided_on.ok(), "a decision has a line and a day");
      hold(!d.expires_on || *d.expires_on >= d.decided_on, "its term ends behind it");
      hold(!d.row.activity_id.empty() && !d.row.document.empty(), "nothing needed is empty");
    }
  });
}

void rules(std::string_view bytes) {
  accepted([&] {
    auto const set = RuleSet::parse(bytes, "rules.toml");
    hold(set.sha256().size() == 64, "a rule set has a hash");
  });
}

}  // namespace redline::fuzz
