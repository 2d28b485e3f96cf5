// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/status.hpp"

#include <algorithm>
#include <unordered_map>

#include "engine/restoration/tasks.hpp"

namespace redline {
namespace {

std::string status_word(RestorationModel const& model, ReserveStatus const& r, bool spoken_of) {
  if (!spoken_of || model.statuses.size() < 2) return "none";
  auto const share = r.share.value_or(0);
  for (std::size_t i = 0; i + 2 < model.statuses.size(); ++i)
    if (r.required && share >= model.statuses[i].min_share) return model.statuses[i].code;
  bool const work = !r.claimed.zero() || !r.verified.zero() || !r.accepted.zero() ||
                    std::any_of(r.site_rows.begin(), r.site_rows.end(), [](auto const& s) {
                      return s.stage && s.stage->stage_class > StageClass::not_started;
                    });
  return model.statuses[model.statuses.size() - (work ? 2 : 1)].code;
}

void finish(ReserveStatus& r) {
  if (!r.required) return;
  r.remaining = std::max(Amount{}, *r.required - r.accepted);
  if (!r.required->zero()) r.share = r.accepted.to_double(4) / r.required->to_double(4);
}

void take_ground(ReserveStatus& r, SurveyedReserve const& ground) {
  r.ground = ground;
  r.verified = Amount::from_double(ground.totals.m2[2] + ground.totals.m2[3]);
  r.accepted += Amount::from_double(ground.totals.m2[3]);
}

void take_numbers(ReserveStatus& r, ReserveTally& t) {
  r.sites = t.site_count, r.overdue = t.overdue;
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

void order(Findings& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](auto const& a, auto const& b) {
    return std::tie(b.severity, a.code, a.feature) < std::tie(a.severity, b.code, b.feature);
  });
}

void add_to_region(ReserveStatus& region, ReserveStatus const& r) {
  region.sites += r.sites, region.overdue += r.overdue;
  if (r.required) region.required = region.required.value_or(Amount{}) + *r.required;
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

RestorationStatus restoration_status(RestorationBook const& book, RestorationModel const& model,
                                     std::vector<NamedReserve> const& reserves, Date as_of, Survey const& survey) {
  RestorationStatus out;
  out.as_of = as_of;
  auto const records = in_force(book, as_of);
  out.records = records.size();
  Relations const relations(records, replacements(book));
  auto tallies = tally(records, relations, as_of, survey.known);
  std::unordered_map<std::string, ReserveStatus*> by_id;
  out.reserves.reserve(reserves.size());
  for (auto const& named : reserves) {
    auto& r = out.reserves.emplace_back();
    r.reserve = named;
    by_id[named.id] = &r;
    auto const t = tallies.find(named.id);
    auto const ground = survey.reserves.find(named.id);
    if (t != tallies.end()) take_numbers(r, t->second);
    if (ground != survey.reserves.end()) take_ground(r, ground->second);
    finish(r);
    bool const spoken_of = r.sites > 0 || r.required || !r.claimed.zero() || !r.backfill.zero() || r.ground;
    r.status = status_word(model, r, spoken_of);
    add_to_region(out.region, r);
  }
  once_only(out.region, survey);
  finish(out.region);
  out.region.status = status_word(model, out.region, out.region.sites > 0);
  distribute(relations.findings(), by_id, out.region);
  distribute(survey.findings, by_id, out.region);
  for (auto& r : out.reserves) order(r.findings);
  order(out.region.findings);
  for (auto const& [reserve, t] : tallies) out.records_elsewhere += by_id.count(std::string(reserve)) ? 0 : t.records;
  if (auto const t = tallies.find(""); t != tallies.end()) out.elsewhere = std::move(t->second.findings);
  out.tasks = task_status(book, records, as_of);
  out.ground = survey.region;
  return out;
}

}  // namespace redline
