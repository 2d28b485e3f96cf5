// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/report_data.hpp"

#include "layers/restoration/words.hpp"

namespace redline {

std::string shown(Amount a) { return a.zero() ? "0" : thousands(a.decimal(2)); }
std::string shown(std::optional<Amount> const& a) { return a ? shown(*a) : "–"; }

Mustache findings_data(Findings const& findings, Language l) {
  Mustache out(Mustache::type::list);
  for (auto const& f : findings) {
    Mustache d(Mustache::type::object);
    std::string const grade = f.severity == Severity::info      ? "info"
                              : f.severity == Severity::warning ? "warning"
                                                                : "error";
    d["grade"] = grade, d["label"] = render("restoration.severity." + grade, l), d["text"] = text_of(f, l),
    d["record"] = f.feature;
    out << d;
  }
  return out;
}

Mustache sums(ReserveStatus const& r, RestorationModel const& model, Language l) {
  Mustache d(Mustache::type::object);
  d["name"] = r.reserve.name, d["id"] = r.reserve.id, d["sites"] = std::to_string(r.sites),
  d["required"] = shown(r.required);
  d["claimed"] = shown(r.claimed), d["verified"] = shown(r.verified), d["accepted"] = shown(r.accepted),
  d["remaining"] = shown(r.remaining);
  d["backfill"] = shown(r.backfill), d["double_counted"] = shown(r.double_counted),
  d["share"] = r.share ? percent_text(*r.share) + " %" : "–";
  d["status"] = status_text(model, r.status, l);
  if (!r.claimed_status.empty()) d["status_claimed"] = std::string(r.claimed_status);
  d["overdue"] = r.overdue ? std::to_string(r.overdue) : "–";
  d["finding_count"] = r.findings.empty() ? "–" : std::to_string(r.findings.size());
  return d;
}

}  // namespace redline
