// The answers that are kept are those that the rules give when they are asked anew.
// SPDX-License-Identifier: Apache-2.0
#include "engine/ledger/proposals.hpp"

#include <catch2/catch.hpp>

namespace redline {
namespace {

Date const AS_OF{std::chrono::year{2019} / 3 / 31};

Evidence evidence(unsigned i) {
  Date const end{std::chrono::year{2010 + static_cast<int>(i % 20)}, std::chrono::month{1 + i % 12},
                 std::chrono::day{1 + i % 28}};
  Evidence e;
  e.activity_kind = i % 2 ? "mining_right" : i % 3 ? "oil_well" : "exploration_right";
  e.area_kind = i % 5 ? "nature_reserve" : "ecological_red_line";
  e.zone = i % 7 ? "experimental" : "core";
  e.valid_to = PossibleDays{end, end};
  e.share = (i % 11) / 10.0;
  e.mineral = i % 13 ? "" : "金";
  return e;
}

}  // namespace

TEST_CASE("proposals: traces and clauses are those of the judgement, also when they are asked for again") {
  auto const rules = RuleSet::builtin();
  for (auto const language : {Language::zh, Language::en}) {
    Proposals const proposals(rules, AS_OF, language);
    for (int round = 0; round < 2; ++round)
      for (unsigned i = 0; i < 5000; ++i) {  // more than are kept
        auto const e = evidence(i);
        auto const j = rules.judge(as_judged(e), AS_OF);
        auto const& p = proposals.on(e);
        REQUIRE(p.trace == render_trace(j, language));
        REQUIRE(p.clauses == render_clauses(j, language));
        REQUIRE(p.verdict == j.verdict);
        REQUIRE(p.disposition == j.disposition);
      }
  }
}

}  // namespace redline
