// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/tally.hpp"

#include <algorithm>

#include "engine/restoration/site_account.hpp"

namespace redline {
namespace {

using Record = RestorationRecord;

struct SiteHash {
  std::size_t operator()(SiteKey const& k) const {
    std::hash<std::string_view> const h;
    return h(k.first) * 31 + h(k.second);
  }
};

struct Levels {  // what is said of the reserve as a whole, and of its sites
  Amount whole, sites;
};

// Never both added: one may hold the other. The larger counts, and a person is asked.
Amount larger(Levels const& l, char const* what, std::string_view reserve, ReserveTally& out) {
  if (l.whole.zero() || l.sites.zero()) return std::max(l.whole, l.sites);
  out.not_added += std::min(l.whole, l.sites);
  out.findings.push_back({"restoration.levels_may_overlap",
                          Severity::warning,
                          std::string(reserve),
                          "",
                          {what, l.whole.decimal(), l.sites.decimal()}});
  return std::max(l.whole, l.sites);
}

// What is said of the reserve as a whole bounds what its sites can have restored, unless it is a lower bound.
void check_reserve(std::string_view reserve, ReserveTally& out) {
  auto const add = [&](char const* code, Severity severity, std::vector<std::string> args) {
    out.findings.push_back({code, severity, std::string(reserve), "", std::move(args)});
  };
  for (auto const& s : out.sites)
    if (s.site.empty() && s.required && !s.disturbed_at_least && out.claimed > *s.required)
      add("restoration.restored_exceeds_disturbed", Severity::error,
          {"@restoration.whole_reserve", out.claimed.decimal(), s.required->decimal()});
  if (out.undated > 0) add("restoration.undated", Severity::info, {std::to_string(out.undated)});
}

void sum_up(std::string_view reserve, ReserveTally& out, KnownGround const& known) {
  Levels required, claimed, accepted, volume;
  bool any_required = false;
  for (auto const& s : out.sites) {
    auto const level = s.site.empty() ? &Levels::whole : &Levels::sites;
    if (s.required_once) required.*level += *s.required_once, any_required = true;
    claimed.*level += s.claimed_once;
    if (!known.measured.count({reserve, s.site})) accepted.*level += s.accepted_once;
    volume.*level += s.volume_once;
    out.not_added += s.not_added;
    out.site_count += s.counts_as_site ? 1 : 0;
    out.overdue += s.overdue ? 1 : 0;
  }
  if (any_required) out.required = larger(required, "required", reserve, out);
  out.claimed = larger(claimed, "claimed", reserve, out);
  out.accepted = std::max(accepted.whole, accepted.sites);
  out.volume = larger(volume, "volume", reserve, out);
}

}  // namespace

std::map<std::string_view, ReserveTally> tally(std::vector<Record const*> const& records, Relations const& relations,
                                               Date as_of, KnownGround const& known) {
  std::map<std::string_view, ReserveTally> out;
  std::unordered_map<SiteKey, SiteAccount, SiteHash> accounts;
  ReserveTally* last = nullptr;
  std::string_view last_id;
  for (auto const* r : records) {
    auto& reserve = r->reserve == last_id && last ? *last : out[r->reserve];
    last = &reserve, last_id = r->reserve;
    if (r->quantity == Quantity::status) reserve.claimed_status = r->claimed_status;
    if (!r->day && r->quantity != Quantity::other) ++reserve.undated;
    SiteKey const key{r->reserve, r->site};
    auto it = accounts.find(key);
    if (it == accounts.end()) it = accounts.emplace(key, SiteAccount(key, reserve.findings)).first;
    auto const d = known.deductions.find(r->id);
    it->second.add(*r, relations.contained(*r), d == known.deductions.end() ? Amount{} : d->second);
  }
  for (auto& [key, account] : accounts) {
    auto const outline = known.outlines.find(key);
    out[key.first].sites.push_back(
        account.close(as_of, outline == known.outlines.end() ? std::nullopt : std::optional(outline->second)));
  }
  for (auto& [reserve, t] : out) {
    std::sort(t.sites.begin(), t.sites.end(), [](auto const& a, auto const& b) { return a.site < b.site; });
    std::stable_sort(t.findings.begin(), t.findings.end(), [](auto const& a, auto const& b) {
      return std::tie(a.code, a.feature) < std::tie(b.code, b.feature);
    });
  }
  for (auto& [reserve, t] : out) {
    sum_up(reserve, t, known);
    check_reserve(reserve, t);
  }
  return out;
}

}  // namespace redline
