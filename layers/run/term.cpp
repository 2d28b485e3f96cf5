// SPDX-License-Identifier: Apache-2.0
#include "layers/run/term.hpp"

#include "layers/run/written_days.hpp"

namespace redline {

Term term_of(LayerInput const& in, RawFeature const& f, Findings& findings) {
  auto const from = in.columns().text("valid_from", f), to = in.columns().text("valid_to", f);
  bool const end_alone = from == to && !states_a_start(from);  // one cell for both ends: what is no term is the end
  Term out;
  if (!end_alone) out.from = in.days_of("valid_from", f, findings);
  out.to = in.days_of("valid_to", f, findings);
  if (!out.from || !out.to || out.from->first <= out.to->last) return out;
  findings.push_back({"run.term_backwards", Severity::warning, in.plan().name, in.id_of(f), {from, to}});
  return {};
}

}  // namespace redline
