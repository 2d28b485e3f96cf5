// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/site_facts.hpp"

#include "layers/restoration/status_output.hpp"

namespace redline {
namespace {

bool is_activity(std::string_view kind) { return has_text("activity_kind." + std::string(kind)); }

}  // namespace

std::map<SiteKey, SiteFacts> site_facts(StatusRun const& run, Language l) {
  std::map<SiteKey, SiteFacts> out;
  std::map<SiteKey, bool> demanded;
  std::map<SiteKey, RestorationRecord const*> drawn;  // the last polygon of each
  for (auto const* r : in_force(run.book, run.status.as_of)) {
    if (r->site.empty()) continue;
    SiteKey const key{r->reserve, r->site};
    auto& facts = out[key];
    if (run.map && !r->wkb.empty()) drawn[key] = r;
    if (!r->zone.empty()) facts.zone = zone_text(r->zone, l);
    if (!r->kind.empty() && (facts.cause.empty() || (is_activity(r->kind) && !is_activity(facts.cause))))
      facts.cause = r->kind;
    auto const d = run.details.find(r->id);
    if (d == run.details.end()) continue;
    if (!d->second.responsible.empty()) facts.responsible = d->second.responsible;
    if (d->second.document.empty() || (demanded[key] && !r->deadline)) continue;
    facts.document = d->second.document;
    if (r->deadline) demanded[key] = true;
  }
  for (auto& [key, facts] : out) facts.cause = cause_text(facts.cause, l);
  for (auto const& [key, record] : drawn)
    if (auto const where = place_of(Geometry::from_wkb(record->wkb), *run.map); !where.reserve.empty())
      out[key].zone = zone_text(where.zone, l);
  return out;
}

std::string evidence_of(RecordDetails const& d) {
  std::string out;
  for (auto const* part : {&d.document, &d.accepted_by, &d.removed, &d.evidence, &d.remark})
    if (!part->empty()) out += (out.empty() ? "" : "; ") + *part;
  return out;
}

}  // namespace redline
