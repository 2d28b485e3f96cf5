// SPDX-License-Identifier: Apache-2.0
#include "layers/screen/batch_remarks.hpp"

#include "layers/report/figures.hpp"

namespace redline {
namespace {

std::optional<Message> kind_remark(Application const& a) {
  auto const kind = "@activity_kind." + a.attributes.kind;
  std::optional<Message> out;
  for (auto const& f : a.findings)
    if (f.code == "screen.kind_assumed")
      out = out ? out : Message{"screen.remark.kind_assumed", {kind}};
    else if (f.code.starts_with("screen.kind_") && f.severity == Severity::warning)
      out = Message{"screen.remark.kind_apart", {kind}};
  return out;
}

std::optional<Message> draft_remark(Application const& a, Screening const& s) {
  if (s.draft.empty() || a.verdict == a.verdict_without_draft) return std::nullopt;
  return Message{"screen.remark.without_draft", {"@verdict." + std::string(to_string(a.verdict_without_draft))}};
}

}  // namespace

std::optional<Message> cut_remark(Application const& a) {
  if (!a.cut) return std::nullopt;
  auto const& c = *a.cut;
  return Message{c.outcome == "staked" ? std::string("screen.remark.cut") : "screen.remark.cut_" + c.outcome,
                 {figures::km2(c.remaining_tdt1055_m2), figures::percent(c.reduction_percent / 100)}};
}

std::vector<Message> batch_remarks(Application const& a, Screening const& s) {
  std::vector<Message> out;
  for (auto const& m : {draft_remark(a, s), cut_remark(a), kind_remark(a)})
    if (m) out.push_back(*m);
  return out;
}

}  // namespace redline
