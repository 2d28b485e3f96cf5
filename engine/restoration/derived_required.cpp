// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/derived_required.hpp"

#include <algorithm>

namespace redline {
namespace {

Amount done(ReserveStatus const& r, SiteTally const& s, KnownGround const& known) {
  if (!known.measured.count({r.reserve.id, s.site})) return std::max(s.claimed_once, s.accepted_once);
  if (!r.ground) return s.claimed_once;
  auto const it = r.ground->of_site.find(s.site);
  return it == r.ground->of_site.end() ? s.claimed_once
                                       : std::max(s.claimed_once, Amount::from_double(it->second.accepted));
}

// A stage of a measure of its own (ground planted): work that nobody need have demanded.
bool own_measure(SiteTally const& s, RestorationModel const& model) {
  return s.stage && std::any_of(model.stage_of_measure.begin(), model.stage_of_measure.end(),
                                [&](auto const& m) { return m.second == s.stage->code; });
}

// Beyond what is done there.
Amount being_worked_on(ReserveStatus const& r, SiteTally const& s, RestorationModel const& model) {
  if (own_measure(s, model)) return {};
  if (!r.ground) return s.under_way;
  auto const it = r.ground->of_site.find(s.site);
  if (it == r.ground->of_site.end()) return s.under_way;
  return std::max(s.under_way_stated, Amount::from_double(it->second.under_way));
}

}  // namespace

Amount asked_of_others(ReserveStatus const& r, SiteTally const& s, KnownGround const& known) {
  auto const inside = known.inside_outlines.find({r.reserve.id, s.site});
  if (!s.required_derived || inside == known.inside_outlines.end()) return {};
  return std::min(inside->second, *s.required_once);
}

void derive_required(ReserveStatus& r, KnownGround const& known, RestorationModel const& model) {
  auto const asked = [](SiteTally const& s) { return s.required_once && !s.required_once->zero(); };
  auto const whole = [&](SiteTally const& s) { return s.site.empty() && asked(s); };
  if (std::any_of(r.site_rows.begin(), r.site_rows.end(), whole)) return;
  if (std::none_of(r.site_rows.begin(), r.site_rows.end(), asked)) return;
  for (auto& s : r.site_rows) {
    if (s.site.empty() || s.required || s.reference_only) continue;
    auto const least = done(r, s, known) + being_worked_on(r, s, model);
    if (least.zero()) continue;
    s.required = s.required_once = least, s.required_derived = true;
    r.required = r.required.value_or(Amount{}) + least - asked_of_others(r, s, known);
  }
}

}  // namespace redline
