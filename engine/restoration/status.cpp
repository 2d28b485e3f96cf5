// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/status.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "engine/restoration/corrections.hpp"
#include "engine/restoration/deadlines.hpp"
#include "engine/restoration/derived_required.hpp"
#include "engine/restoration/increments.hpp"
#include "engine/restoration/plausible.hpp"
#include "engine/restoration/settle.hpp"
#include "engine/restoration/tasks.hpp"
#include "engine/restoration/two_reserves.hpp"

namespace redline {
namespace {

// The first word whose share is reached. The first word of all stands for all that there is to do: while `open` is
// true, something of which no share speaks, the next one stands in its place.
std::string status_word(RestorationModel const& model, ReserveStatus const& r, bool spoken_of, bool open, bool work) {
  if (!spoken_of || model.statuses.size() < 2) return "none";
  auto const share = r.share.value_or(0);
  for (std::size_t i = 0; i + 2 < model.statuses.size(); ++i)
    if (r.required && share >= model.statuses[i].min_share && !(i == 0 && open)) return model.statuses[i].code;
  return model.statuses[model.statuses.size() - (work ? 2 : 1)].code;
}

bool any_stage(ReserveStatus const& r, StageClass from) {
  return std::any_of(r.site_rows.begin(), r.site_rows.end(),
                     [&](auto const& s) { return s.stage && s.stage->stage_class >= from; });
}

bool any_work(ReserveStatus const& r) {
  return !r.claimed.zero() || !r.backfill.zero() || !r.verified.zero() || !r.accepted.zero() ||
         any_stage(r, StageClass::under_way);
}

// What is said of the reserve as a whole may hold the ground that its sites have drawn: never both added.
void take_ground(ReserveStatus& r, SurveyedReserve const& ground, ReserveTally const* t) {
  r.ground = ground;
  r.verified = Amount::from_double(ground.totals.m2[2] + ground.totals.m2[3]);
  auto const drawn = Amount::from_double(ground.totals.m2[3]);
  r.accepted = t ? std::max(t->accepted_whole, t->accepted_sites + drawn) : drawn;
}

// A site of which nobody says how much there is to restore, and that is not accepted, unless a figure for the whole
// reserve speaks for it.
bool any_open_site(ReserveStatus const& r) {
  auto const whole = [](SiteTally const& s) { return s.site.empty() && s.required_once; };
  return std::none_of(r.site_rows.begin(), r.site_rows.end(), whole) &&
         std::any_of(r.site_rows.begin(), r.site_rows.end(), left_out);
}

// The region is not complete while one of its reserves is not.
bool any_open_reserve(RestorationModel const& model, std::vector<ReserveStatus> const& reserves) {
  return std::any_of(reserves.begin(), reserves.end(), [&](auto const& r) {
    return r.status != "none" && !model.statuses.empty() && r.status != model.statuses.front().code;
  });
}

void take_numbers(ReserveStatus& r, ReserveTally& t) {
  r.sites = t.site_count;
  r.required = t.required;
  r.claimed = t.claimed, r.accepted = t.accepted, r.backfill = t.volume, r.double_counted = t.not_added;
  r.claimed_status = t.claimed_status;
  r.site_rows = std::move(t.sites);
  r.zone_rows = std::move(t.zones);
  r.findings = std::move(t.findings);
}

// Each finding goes to the reserve of its record; those that name none, to the region.
void distribute(Findings const& findings, std::unordered_map<std::string, ReserveStatus*> const& by_id,
                ReserveStatus& region) {
  for (auto const& f : findings) {
    auto const it = by_id.find(f.layer);
    (it == by_id.end() ? region : *it->second).findings.push_back(f);
  }
}

// What was assumed of the days of records, of those that count.
Findings orders(RestorationBook const& book, std::vector<RestorationRecord const*> const& records) {
  if (book.orders.empty()) return {};
  std::unordered_set<std::string_view> ids;
  for (auto const* r : records) ids.insert(r->id);
  Findings out;
  std::copy_if(book.orders.begin(), book.orders.end(), std::back_inserter(out),
               [&](auto const& f) { return ids.count(f.feature) > 0; });
  return out;
}

void order(Findings& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](auto const& a, auto const& b) {
    return std::tie(b.severity, a.code, a.feature) < std::tie(a.severity, b.code, b.feature);
  });
}

void add_to_region(ReserveStatus& region, ReserveStatus const& r) {
  region.sites += r.sites, region.overdue += r.overdue;
  if (r.required) region.required = region.required.value_or(Amount{}) + *r.required;
  if (r.remaining) region.remaining = region.remaining.value_or(Amount{}) + *r.remaining;
  region.claimed += r.claimed, region.accepted += r.accepted, region.backfill += r.backfill,
      region.double_counted += r.double_counted;
  region.verified += r.verified;
}

// Ground in two reserves stands in both rows and once in the region's sum.
void once_only(ReserveStatus& region, Survey const& survey) {
  GroundTotals rows;
  for (auto const& [id, r] : survey.reserves) rows.add(r.totals);
  region.verified = Amount::from_double(survey.region.m2[2] + survey.region.m2[3]);
  region.accepted -= Amount::from_double(std::max(0.0, rows.m2[3] - survey.region.m2[3]));
}

}  // namespace

bool left_out(SiteTally const& s) {
  return (s.open_part && !s.required_derived) ||
         (s.counts_as_site && !s.required && s.stage && s.stage->stage_class != StageClass::accepted);
}

RestorationStatus restoration_status(RestorationBook const& book, RestorationModel const& model,
                                     std::vector<NamedReserve> const& reserves, Date as_of, Survey const& survey) {
  RestorationStatus out;
  out.as_of = as_of;
  auto const records = in_force(book, as_of);
  out.records = records.size();
  Corrections const corrections(book, as_of);
  Relations const relations(records, corrections.replaced());
  auto tallies = tally(records, relations, survey.known);
  std::unordered_map<std::string, ReserveStatus*> by_id;
  out.reserves.reserve(reserves.size());
  for (auto const& named : reserves) {
    auto& r = out.reserves.emplace_back();
    r.reserve = named;
    by_id[named.id] = &r;
    auto const t = tallies.find(named.id);
    auto const ground = survey.reserves.find(named.id);
    if (t != tallies.end()) take_numbers(r, t->second);
    if (ground != survey.reserves.end()) take_ground(r, ground->second, t == tallies.end() ? nullptr : &t->second);
    derive_required(r, survey.known, model);
    settle(r, survey.known);
    check_deadlines(r, survey.known, as_of);
    check_plausible(r);
    bool const spoken_of = r.sites > 0 || r.required || !r.claimed.zero() || !r.backfill.zero() || r.ground ||
                           any_stage(r, StageClass::not_started);
    r.status = status_word(model, r, spoken_of, any_open_site(r) || bounds_met(r), any_work(r));
    add_to_region(out.region, r);
  }
  once_only(out.region, survey);
  settle_share(out.region);
  auto const spoken_of = [](auto const& r) { return r.status != "none"; };
  out.region.status = status_word(model, out.region, std::any_of(out.reserves.begin(), out.reserves.end(), spoken_of),
                                  any_open_reserve(model, out.reserves),
                                  std::any_of(out.reserves.begin(), out.reserves.end(), any_work));
  distribute(corrections.findings(), by_id, out.region);
  distribute(relations.findings(), by_id, out.region);
  distribute(survey.findings, by_id, out.region);
  distribute(check_increments(records), by_id, out.region);
  distribute(check_two_reserves(records, relations), by_id, out.region);
  distribute(orders(book, records), by_id, out.region);
  distribute(book.totals, by_id, out.region);
  for (auto& r : out.reserves) order(r.findings);
  order(out.region.findings);
  for (auto const& [reserve, t] : tallies) out.records_elsewhere += by_id.count(std::string(reserve)) ? 0 : t.records;
  if (auto const t = tallies.find(""); t != tallies.end()) out.elsewhere = std::move(t->second.findings);
  out.tasks = task_status(book, records, as_of);
  out.ground = survey.region;
  return out;
}

}  // namespace redline
