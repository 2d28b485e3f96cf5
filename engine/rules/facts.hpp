// Evidence as the rules see it: one bit per condition. The mineral class comes from the evidence or from the names of
// its minerals; of several classes it is the first of the vocabulary, which has the exceptions, of a mineral that
// nobody knows `unstated`: what has to be the same for all possible_classes() is for the judge. The state of a right
// comes from its dates on `as_of` (valid through its last day; a renewal counts if filed no later than that day), else
// from what the register says of it. Of days known to the month or year alone the state is told where each of them
// gives the same one, else it is unknown; so it is where a renewal is spoken of and its day is not known.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/rules/evidence.hpp"
#include "engine/rules/mineral_words.hpp"
#include "engine/rules/model.hpp"

namespace redline::rules {

struct Facts {
  std::array<unsigned, CONDITION_COUNT> word{};
  unsigned& operator[](Vocabulary v) { return word[static_cast<std::size_t>(v)]; }
  unsigned operator[](Vocabulary v) const { return word[static_cast<std::size_t>(v)]; }
  std::string_view name(Vocabulary v) const;  // "" for an unknown word
};

Facts facts_of(Evidence const& evidence, Date as_of, RuleSetData const& set);
// Whether the state is unknown though the source says something of the term: it is over or not, renewed in time or not.
bool state_is_open(Evidence const& evidence, Facts const& facts);
MineralReading minerals_of(Evidence const& evidence, Names const& names);
std::vector<unsigned> possible_classes(MineralReading const& minerals);
unsigned mineral_class(MineralReading const& minerals);

}  // namespace redline::rules
