// An act of which only the month or the year is known, or that falls within the month or the year in which the area was
// designated: one evidence for each stretch of days that the rules may judge differently, with these days settled; none
// where nothing is open. settle() takes the judgements of all of them: the last one, with a line of trace,
// where verdict, disposition and rules are the same in each; else review.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/rules/evidence.hpp"
#include "engine/rules/judgement.hpp"
#include "engine/rules/model.hpp"

namespace redline::rules {

std::vector<Evidence> possible_acts(RuleSetData const& set, Evidence const& evidence, Date as_of);
Judgement settle(std::vector<Judgement> const& judgements, Evidence const& evidence);

}  // namespace redline::rules
