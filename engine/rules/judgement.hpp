// What the rules say about one overlap: the most severe effect of all rules that fired, the disposition proposed for
// it, the ids and clauses of the rules that fired (most severe first), and the trace in lines. All of it is a proposal.
// Arguments of trace lines may be keys of texts ("@zone.core") or a pair "zh\x1F" "en": show them with render_line().
// render_trace joins the lines by "; ". A clause is data of the rule set and carries its own two languages.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.hpp"
#include "engine/rules/verdict.hpp"

namespace redline {

struct ClauseText {
  std::string id;  // INSTRUMENT/CLAUSE, as rules refer to it
  std::string zh, en;
};

struct RuleOutcome {  // one rule that fired: what it says alone, once the check that its text is verified is done
  std::string id;
  Verdict effect = Verdict::review;
  std::vector<std::string> clause_ids;
};

struct Judgement {
  Verdict verdict = Verdict::review;
  std::string disposition = "none";
  std::vector<std::string> rule_ids;
  std::vector<RuleOutcome> outcomes;  // in the order of rule_ids
  std::vector<ClauseText> clauses;
  std::vector<Message> trace;
};

std::string language_pair(std::string_view zh, std::string_view en);      // one argument in two languages
std::string in_language(std::string const& argument, Language language);  // of a pair or a key; others as they are
std::string render(ClauseText const& clause, Language language);
std::string render_clauses(Judgement const& judgement, Language language);
std::string render_line(Message const& line, Language language);
std::string render_trace(Judgement const& judgement, Language language);

}  // namespace redline
