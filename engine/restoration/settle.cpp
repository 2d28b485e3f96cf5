// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/settle.hpp"

#include <algorithm>
#include <cmath>

#include "engine/restoration/derived_required.hpp"
#include "engine/restoration/narrow.hpp"

namespace redline {
namespace {

constexpr double BOUND_M2 = 0.01, BOUND_RELATIVE = 1e-9;

struct Accepted {
  Amount amount;
  bool measured = false;
};

Accepted accepted_of(ReserveStatus const& r, SiteTally const& s, KnownGround const& known) {
  if (!known.measured.count({r.reserve.id, s.site})) return {s.accepted, false};
  if (!r.ground) return {Amount{}, true};
  auto const it = r.ground->of_site.find(s.site);
  return {it == r.ground->of_site.end() ? Amount{} : Amount::from_double(it->second.accepted), true};
}

// Of figures and polygons the larger counts; what stands on the ground goes before what polygons once said.
void take_under_way(SiteTally& s, ReserveStatus const& r) {
  if (!r.ground) return;
  auto const it = r.ground->of_site.find(s.site);
  if (it != r.ground->of_site.end())
    s.under_way = std::max(s.under_way_stated, Amount::from_double(it->second.under_way));
}

void tell_corners(ReserveStatus& r, SiteTally const& s, Amount open) {
  r.findings.push_back({"restoration.within_corners",
                        Severity::info,
                        r.reserve.id,
                        std::string(s.last_record),
                        {std::string(s.site), open.decimal(), Amount::from_double(CORNER_WIDTH_M * 100).decimal()}});
}

// Polygons pay a figure that is printed as finely as they differ from it, and ground along which they lie; that is
// told.
Amount debt(ReserveStatus& r, SiteTally const& s, Accepted const& a) {
  auto const& required = *s.required_once;
  auto const open = std::max(Amount{}, required - (a.amount - s.surplus));
  if (!a.measured || no_debt(open, required)) return a.measured ? Amount{} : open;
  bool const rounded = open <= s.required_rounding;
  if (!rounded && (a.amount.zero() || !no_debt(open - std::min(open, narrow_open(r, s)), required))) return open;
  if (!rounded)
    tell_corners(r, s, open);
  else
    r.findings.push_back({"restoration.within_rounding",
                          Severity::info,
                          r.reserve.id,
                          std::string(s.last_record),
                          {std::string(s.site), required.decimal(), a.amount.decimal(), open.decimal()}});
  return {};
}

// What a figure for the whole reserve leaves, its rounding likewise.
Amount debt_of_whole(ReserveStatus const& r, Amount paid, bool measured) {
  auto const open = *r.required - std::min(*r.required, paid);
  auto const whole = std::find_if(r.site_rows.begin(), r.site_rows.end(), [](auto const& s) { return s.site.empty(); });
  bool const of_whole = whole != r.site_rows.end() && whole->required_once == r.required;
  return measured && of_whole && open <= whole->required_rounding ? Amount{} : open;
}

struct Sums {
  Amount debts, paid;
};

// Sites whose outlines overlap: what of their union is accepted by any of them is no debt of the others.
void share_ground(ReserveStatus& r, SharedOutlines const& shared, KnownGround const& known, Sums& sums) {
  Amount required, accepted, debts, twice = shared.twice;
  std::vector<SiteTally*> sites;
  for (auto& s : r.site_rows) {
    SiteKey const key{r.reserve.id, s.site};
    bool const figure = known.inside_outlines.count(key) > 0 && !s.required_derived;
    if (!s.remaining || figure || std::count(shared.sites.begin(), shared.sites.end(), key) == 0) continue;
    sites.push_back(&s), required += *s.required_once, accepted += s.accepted_once, debts += *s.remaining;
    twice += asked_of_others(r, s, known);
  }
  auto open = std::max(Amount{}, required - twice - accepted);
  if (no_debt(open, required)) open = {};
  for (auto* s : sites) s->remaining = std::min(*s->remaining, open);
  auto const excess = std::max(Amount{}, debts - open);
  sums.debts -= excess, sums.paid += excess - twice;
}

}  // namespace

Amount narrow_open(ReserveStatus const& r, SiteTally const& s) {
  if (!r.ground) return {};
  auto const it = r.ground->of_site.find(s.site);
  return it == r.ground->of_site.end() ? Amount{} : Amount::from_double(it->second.narrow_open);
}

bool no_debt(Amount open, Amount whole) {
  return open <= Amount::from_double(BOUND_M2 + BOUND_RELATIVE * whole.to_double());
}

namespace {

// Paid in full, by no more than the bound, and nobody says that it was all.
bool met_exactly(ReserveStatus const& r, SiteTally const& s) {
  if (!s.required_at_least || s.accepted_whole || !s.required_once) return false;
  auto const& remaining = s.site.empty() ? r.remaining : s.remaining;
  auto const accepted = s.site.empty() ? std::max(s.accepted_once, r.accepted) : s.accepted_once;
  return remaining && remaining->zero() && accepted <= *s.required_once;
}

void tell_bounds(ReserveStatus& r) {
  for (auto const& s : r.site_rows)
    if (met_exactly(r, s))
      r.findings.push_back(
          {"restoration.lower_bound_met",
           Severity::warning,
           r.reserve.id,
           std::string(s.last_record),
           {s.site.empty() ? "@restoration.whole_reserve" : std::string(s.site), s.required_once->decimal()}});
}

}  // namespace

void settle(ReserveStatus& r, KnownGround const& known) {
  Sums sums;
  auto& [debts, paid] = sums;
  Amount whole, drawn_of_no_site;
  bool measured = false;
  for (auto& s : r.site_rows) {
    take_under_way(s, r);
    auto const accepted = accepted_of(r, s, known);
    measured = measured || accepted.measured;
    if (accepted.measured) s.accepted = s.accepted_once = accepted.amount;
    if (s.required_once) s.remaining = debt(r, s, accepted);
    if (s.site.empty())
      (accepted.measured ? drawn_of_no_site : whole) += accepted.amount;
    else if (s.required_once)
      debts += *s.remaining, paid += *s.required_once - *s.remaining;
    else
      paid += accepted.measured ? accepted.amount : s.accepted_once;
  }
  for (auto const& shared : known.shared_outlines)
    if (shared.sites.front().first == r.reserve.id) share_ground(r, shared, known, sums);
  if (!r.required) return;
  r.remaining = std::max(debts, debt_of_whole(r, drawn_of_no_site + std::max(whole, paid), measured));
  settle_share(r);
  tell_bounds(r);
}

bool bounds_met(ReserveStatus const& r) {
  return std::any_of(r.site_rows.begin(), r.site_rows.end(), [&](auto const& s) { return met_exactly(r, s); });
}

void settle_share(ReserveStatus& r) {
  if (!r.required || !r.remaining || r.required->zero()) return;
  // By the exact counts: of areas rounded first, 90 of 100 亩 would be less than nine tenths.
  auto const accepted = static_cast<long double>((*r.required - *r.remaining).parts());
  auto const share = static_cast<double>(accepted / static_cast<long double>(r.required->parts()));
  r.share = r.remaining->zero() ? share : std::min(share, std::nextafter(1.0, 0.0));
}

}  // namespace redline
