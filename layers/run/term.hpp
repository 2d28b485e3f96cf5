// The first and the last day of a feature's validity, from one column or two. Ends that a cell does not tell are
// missing, each with a finding; a term that ends before it begins is one of wrong days: neither end is taken
// (run.term_backwards).
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "layers/run/layer_input.hpp"

namespace redline {

struct Term {
  std::optional<PossibleDays> from, to;
};

Term term_of(LayerInput const& in, RawFeature const& f, Findings& findings);

}  // namespace redline
