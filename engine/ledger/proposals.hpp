// What the rules propose for one overlap, as the ledger writes it. Overlaps with the same evidence get the same answer,
// so the last answers of each thread are kept. Any thread.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>

#include "engine/core/text.hpp"
#include "engine/rules/rule_set.hpp"

namespace redline {

struct Proposal {
  Verdict verdict = Verdict::review;
  std::string disposition, rule_ids, clauses, trace;  // `; ` between several
  std::shared_ptr<Judgement const> judgement;
};

class Proposals {
 public:
  Proposals(RuleSet const& rules, Date as_of, Language language);
  ~Proposals();
  Proposal const& on(Evidence const& evidence) const;  // valid until the same thread asks again

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace redline
