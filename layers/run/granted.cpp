// SPDX-License-Identifier: Apache-2.0
#include "layers/run/granted.hpp"

#include "engine/rules/words.hpp"
#include "layers/read/action_words.hpp"

namespace redline {

std::optional<PossibleDays> granted_on(LayerInput const& in, RawFeature const& f, ActivityAttributes const& of,
                                       Findings& findings) {
  if (auto const stated = in.days_of("granted_on", f, findings)) return stated;
  auto const issued = in.days_of("issued_on", f, findings);
  auto const issued_for = in.columns().text("issued_for", f);
  if (!issued || of.action == "new" || action_word(issued_for) == "new") return issued;
  if (is_right(of.kind))
    findings.push_back(
        {"run.issued_not_granted", Severity::warning, of.layer, of.id, {issued_for.empty() ? "—" : issued_for}});
  return PossibleDays(PossibleDays::any().first, issued->last);
}

}  // namespace redline
