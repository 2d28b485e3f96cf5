// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/tally.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <unordered_map>

#include "engine/restoration/equal_claims.hpp"
#include "engine/restoration/parts_back.hpp"
#include "engine/restoration/places.hpp"
#include "engine/restoration/site_parts.hpp"
#include "engine/restoration/table_parts.hpp"
#include "engine/restoration/unmet_returns.hpp"
#include "engine/restoration/unrestored.hpp"

namespace redline {
namespace {

using Record = RestorationRecord;
using Records = std::vector<Record const*>;

struct Levels {  // what is said of the reserve as a whole, and of its sites
  Amount whole, sites;
};

// Never both added: one may hold the other. The larger counts, and a person is asked; not where both say the same.
Amount larger(Levels const& l, char const* what, std::string_view reserve, ReserveTally& out) {
  auto const whole = l.whole.decimal(), sites = l.sites.decimal();
  if (l.whole.zero() || l.sites.zero() || whole == sites) return std::max(l.whole, l.sites);
  out.findings.push_back({"restoration.levels_may_overlap",
                          Severity::warning,
                          std::string(reserve),
                          "",
                          {std::string("@restoration.figure.") + what, whole, sites}});
  return std::max(l.whole, l.sites);
}

// What is said of the reserve as a whole bounds what its sites can have restored, unless it is a lower bound.
void check_reserve(std::string_view reserve, ReserveTally& out, KnownGround const& known) {
  bool const drawn = std::any_of(out.sites.begin(), out.sites.end(), [&](auto const& s) {
    return known.measured.count({reserve, s.site}) > 0;
  });
  auto const within = [&](SiteTally const& s) { return drawn ? s.required_rounding : Amount{}; };
  auto const add = [&](char const* code, Severity severity, std::vector<std::string> args) {
    out.findings.push_back({code, severity, std::string(reserve), "", std::move(args)});
  };
  for (auto const& s : out.sites)
    if (s.site.empty() && s.required && !s.disturbed_at_least && !s.required_approximate &&
        out.claimed > *s.required + within(s) && out.claimed.decimal() != s.required->decimal())
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
  }
  for (auto const& shared : known.shared_outlines)
    if (shared.sites.front().first == reserve) required.sites -= shared.twice;
  if (any_required) out.required = larger(required, "required", reserve, out);
  out.claimed = larger(claimed, "claimed", reserve, out);
  out.not_added += std::min(claimed.whole, claimed.sites);  // areas restored only, no volumes, nothing required
  out.accepted_whole = accepted.whole, out.accepted_sites = accepted.sites;
  bool const drawn = std::any_of(out.sites.begin(), out.sites.end(), [&](auto const& s) {
    return known.measured.count({reserve, s.site}) > 0;
  });
  out.accepted = drawn ? std::max(accepted.whole, accepted.sites) : larger(accepted, "accepted", reserve, out);
  out.volume = larger(volume, "volume", reserve, out);
}

// Equal names of reserves are the same view, so addresses tell them apart; the order is that of the names.
std::map<std::string_view, Records> by_reserve(Records const& records) {
  std::unordered_map<char const*, Records> found;
  std::unordered_map<char const*, std::string_view> names;
  Records* last = nullptr;
  char const* last_name = nullptr;
  for (auto const* r : records) {
    if (!last || r->reserve.data() != last_name) {
      last_name = r->reserve.data();
      last = &found[last_name];
      if (last->empty()) names[last_name] = r->reserve;
    }
    last->push_back(r);
  }
  std::map<std::string_view, Records> out;
  for (auto& [name, list] : found) out[names[name]] = std::move(list);
  return out;
}

// Claims on ground that this polygon disturbs, or sends back, again.
void take_back(Record const& r, KnownGround const& known, std::string_view reserve, SiteAccounts& accounts) {
  auto const taken = known.taken_back.find(r.id);
  if (taken == known.taken_back.end()) return;
  for (auto const& t : taken->second) {
    auto const account = accounts.find(t.site.second.data());
    if (t.site.first == reserve && account != accounts.end()) account->second.ground_back(t);
  }
}

ReserveTally tally_sites(std::string_view reserve, Records const& records, Relations const& relations,
                         KnownGround const& known) {
  ReserveTally out;
  out.records = records.size();
  SiteAccounts accounts;
  PartsBack parts(accounts, relations);
  SiteParts const site_parts(records);
  EqualClaims const equal(records, relations);
  out.findings = site_parts.findings();
  out.findings.insert(out.findings.end(), equal.findings().begin(), equal.findings().end());
  for (auto const* r : records) {
    if (r->site.empty() && !r->claimed_status.empty()) out.claimed_status = r->claimed_status;
    if (stands_last(*r))
      out.findings.push_back(
          {"restoration.undated_last", Severity::warning, std::string(reserve), std::string(r->id), {cited(*r)}});
    else if (!standing_day(*r) && r->quantity != Quantity::other && r->basis != Basis::standing)
      ++out.undated;
    auto const d = known.deductions.find(r->id);
    auto& account = accounts.try_emplace(site_parts.account(*r), SiteKey{reserve, r->site}, out.findings).first->second;
    bool const contained = relations.contained(*r) || equal.contained(*r);
    account.add(*r, contained, d == known.deductions.end() ? Amount{} : d->second);
    if (auto const drawn = known.drawn_claims.find(r->id); drawn != known.drawn_claims.end())
      account.draw(drawn->second, contained);
    parts.follow(*r, account);
    take_back(*r, known, reserve, accounts);
  }
  out.sites.reserve(accounts.size());
  for (auto& [name, account] : accounts) {
    auto const outline = known.outlines.find(account.key()), within = known.outline_within.find(account.key());
    out.sites.push_back(account.close(outline == known.outlines.end() ? std::nullopt : std::optional(outline->second),
                                      within == known.outline_within.end() ? Amount{} : within->second,
                                      accounts.size() == 1));
    out.sites.back().of_site = site_parts.of_site(name);
  }
  parts.tell(out.findings);
  tell_unmet(reserve, out.sites, out.findings);
  std::sort(out.sites.begin(), out.sites.end(), [](auto const& a, auto const& b) { return a.site < b.site; });
  join_parts(out.sites);
  std::sort(out.findings.begin(), out.findings.end(), [](auto const& a, auto const& b) {
    return std::tie(a.code, a.feature, a.args) < std::tie(b.code, b.feature, b.args);
  });
  gather_unrestored(out.findings);
  sum_up(reserve, out, known);
  return out;
}

// The zone a site lies in by its records: the one stated last. A record of the whole reserve, or of a part of a site
// that lies in several, speaks of its own zone.
std::map<std::string_view, Records> by_zone(std::string_view reserve, Records const& records, KnownGround const& known,
                                            Findings& findings) {
  std::unordered_map<char const*, std::string_view> zone_of;
  auto const of_parts = zones_of_parts(records);
  auto const part = [&](Record const& r) {
    auto const it = of_parts.find(r.site);
    return it != of_parts.end() && it->second.count(r.zone) > 0;
  };
  for (auto const* r : records) {
    if (r->zone.empty() || r->site.empty() || is_of_site(*r)) continue;
    auto& zone = zone_of[r->site.data()];
    if (!zone.empty() && zone.data() != r->zone.data() && !part(*r))
      findings.push_back({"restoration.zones_differ",
                          Severity::warning,
                          std::string(reserve),
                          std::string(r->id),
                          {cited(*r), "@zone." + std::string(zone), "@zone." + std::string(r->zone)}});
    zone = r->zone;
  }
  std::map<std::string_view, Records> out;
  for (auto const* r : records) {
    SiteKey const key{reserve, r->site};
    auto const site = zone_of.find(r->site.data());
    auto const zone = r->site.empty() || part(*r) ? r->zone : site == zone_of.end() ? std::string_view{} : site->second;
    bool const of_parts_all = is_of_site(*r) && of_parts.count(r->site) > 0;
    if (!zone.empty() && !of_parts_all && !known.measured.count(key) && !known.outlines.count(key))
      out[zone].push_back(r);
  }
  return out;
}

std::vector<ZoneTally> tally_zones(std::string_view reserve, Records const& records, Relations const& relations,
                                   KnownGround const& known, Findings& findings) {
  std::vector<ZoneTally> out;
  if (std::all_of(records.begin(), records.end(), [](auto const* r) { return r->zone.empty(); })) return out;
  for (auto const& [zone, of_zone] : by_zone(reserve, records, known, findings)) {
    auto const t = tally_sites(reserve, of_zone, relations.among(of_zone), {});
    bool const spoken_of = t.site_count > 0 || t.required || !t.claimed.zero() || !t.volume.zero();
    if (spoken_of) out.push_back({zone, t.site_count, t.required, t.claimed, t.accepted, t.volume});
  }
  return out;
}

ReserveTally tally_reserve(std::string_view reserve, Records const& records, Relations const& relations,
                           KnownGround const& known) {
  auto out = tally_sites(reserve, records, relations, known);
  out.zones = tally_zones(reserve, records, relations, known, out.findings);
  check_reserve(reserve, out, known);
  return out;
}

}  // namespace

std::map<std::string_view, ReserveTally> tally(Records const& records, Relations const& relations,
                                               KnownGround const& known) {
  auto const reserves = by_reserve(records);
  std::vector<std::pair<std::string_view, Records const*>> list;
  list.reserve(reserves.size());
  for (auto const& [reserve, of_reserve] : reserves) list.emplace_back(reserve, &of_reserve);
  std::vector<ReserveTally> tallies(list.size());
  tbb::parallel_for(std::size_t{0}, list.size(), [&](std::size_t i) {
    tallies[i] = tally_reserve(list[i].first, *list[i].second, relations, known);
  });
  std::map<std::string_view, ReserveTally> out;
  for (std::size_t i = 0; i < list.size(); ++i) out[list[i].first] = std::move(tallies[i]);
  return out;
}

}  // namespace redline
