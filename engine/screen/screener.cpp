// SPDX-License-Identifier: Apache-2.0
#include "engine/screen/screener.hpp"

#include <algorithm>

#include "engine/basemap/near.hpp"
#include "engine/core/error.hpp"
#include "engine/core/printed_number.hpp"
#include "engine/measure/length.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/screen/context.hpp"
#include "engine/screen/corner_parts.hpp"
#include "engine/screen/nearest_areas.hpp"
#include "engine/screen/propose_cut.hpp"

namespace redline {
namespace {

constexpr int DECIMALS_OF_M2 = 2;
constexpr double RIM = 0.03;  // so that no border of cut ground shows on a map

AssessOptions keeping_judgements(AssessOptions options) {
  options.keep_judgements = true;
  return options;
}

std::vector<AppliedRule> applied(Judgement const& j, std::string const& version) {
  std::vector<AppliedRule> out;
  for (auto const& o : j.outcomes) {
    AppliedRule rule{o.id, version, {}, o.effect};
    for (auto const& id : o.clause_ids)
      for (auto const& c : j.clauses)
        if (c.id == id) rule.clauses.push_back(c);
    out.push_back(std::move(rule));
  }
  return out;
}

std::optional<double> sum(std::optional<double> a, std::optional<double> b) {
  return a && b ? std::optional(*a + *b) : std::nullopt;
}

bool shares_ground(Geometry const& activity, Wkb const& coverage) {  // more than a border
  auto const shared = intersection_by_ladder(activity, Geometry::from_wkb(coverage)).geometry;
  return !shared.empty() && shared.dimension() == activity.dimension();
}

VerdictReason unchecked(NotChecked const& n) {
  if (n.why == "other_place") return {Verdict::review, {"screen.reason.other_place", {n.layer}}, false};
  return {Verdict::incomplete, {"screen.reason.not_checked", {n.layer, "@screen.why." + n.why}}, false};
}

void most_severe_first(std::vector<ScreenedConflict>& conflicts) {
  std::stable_sort(conflicts.begin(), conflicts.end(), [](auto const& a, auto const& b) {
    return a.verdict != b.verdict ? a.verdict > b.verdict : a.overlap_m2 > b.overlap_m2;
  });
}

}  // namespace

Screener::Screener(Basemap const& basemap, RuleSet const& rules, AssessOptions options, std::string draft_layer,
                   Screening& screening)
    : m_basemap(basemap),
      m_options(keeping_judgements(std::move(options))),
      m_assessor(basemap, rules, m_options),
      m_version(rules.version()),
      m_draft_layer(std::move(draft_layer)),
      m_screening(screening) {}

void Screener::screen(ScreenRequest const& request, Application& out) {
  auto const& activity = request.activity;
  auto const record = m_assessor.assess(activity, request.repaired);
  out.attributes = activity.attributes;
  out.repaired = request.repaired;
  out.geometry = activity.geometry.wkb();
  out.area = area_statement(activity, record.row, request.declared, request.repaired, out.findings);
  out.overlap_total_m2 = record.balance.in_zones;
  out.outside_m2 = record.balance.outside;
  out.findings.insert(out.findings.end(), record.findings.begin(), record.findings.end());
  conflicts(record, request, out);
  surroundings(record, request, out);
  not_checked(record, activity, out);
  if (m_rights)
    out.rights = rights_met(activity, *m_rights, m_options.as_of, m_options.area_method,
                            activity.planar_meridian ? m_options.densify_m : 0);
  conclude(record, request, out);
  if (request.with_cut) cut(record, request, out);
  if (request.with_context) context(activity, out);
}

void Screener::cut(ActivityRecord const& record, ScreenRequest const& request, Application& out) const {
  ZonesToLeave leave;
  for (auto const& row : record.conflicts)
    if (row.certainty != "contact" && row.judgement->verdict > Verdict::allowed) leave.insert({row.area, row.zone});
  double clear_from_m = 0;
  for (auto const& c : out.conflicts)
    if (c.verdict > Verdict::allowed && c.accuracy_m) clear_from_m = std::max(clear_from_m, *c.accuracy_m);
  out.cut = propose_cut(m_basemap, request.activity, request.printed, leave, clear_from_m, out.findings);
}

void Screener::context(Activity const& activity, Application& out) {
  out.context_box = context_box(out, activity.geometry.bounds());
  auto const& box = out.context_box;
  auto const rim_x = RIM * (box.max_x - box.min_x), rim_y = RIM * (box.max_y - box.min_y);
  out.context = context_zones(m_basemap, box.expanded(rim_x, rim_y));
  for (auto& zone : out.context) zone.area = area(zone.area);
}

std::size_t Screener::area(std::size_t of_basemap) {
  auto const [it, fresh] = m_known.emplace(of_basemap, m_screening.areas.size());
  if (fresh) {
    auto const& a = m_basemap.areas()[of_basemap];
    m_screening.areas.push_back({a, !m_draft_layer.empty() && a.layer == m_draft_layer});
  }
  return it->second;
}

ScreenedConflict Screener::conflict(ConflictRow const& row, ScreenRequest const& request) {
  ScreenedConflict c;
  c.conflict_id = row.conflict_id, c.zone = row.zone, c.certainty = row.certainty, c.disposition = row.disposition,
  c.rung = row.rung;
  c.area = area(row.area);
  c.overlap_m2 = row.overlap_m2.value_or(0), c.width_m = row.width_m.value_or(0);
  c.overlap_share = row.overlap_share, c.zone_share = row.zone_share;
  c.accuracy_m = sum(request.activity.attributes.accuracy_m, m_basemap.areas()[row.area].accuracy_m);
  c.inside = {row.lon, row.lat};
  c.verdict = row.judgement->verdict;
  c.rules = applied(*row.judgement, m_version);
  c.trace = row.judgement->trace;
  c.geometry = row.geometry;
  if (!row.geometry.empty()) c.pieces = corner_parts(Geometry::from_wkb(row.geometry), request.printed);
  return c;
}

void Screener::conflicts(ActivityRecord const& record, ScreenRequest const& request, Application& out) {
  for (auto const& row : record.conflicts)
    (row.certainty == "contact" ? out.contacts : out.conflicts).push_back(conflict(row, request));
  most_severe_first(out.conflicts);
  most_severe_first(out.contacts);
}

NearArea Screener::near_area(Near const& n) {
  NearArea out;
  out.area = area(n.area);
  out.zone = m_basemap.ground(n.area).zones[n.zone].zone;
  out.distance_m = n.distance_m, out.from = n.from, out.to = n.to;
  out.bearing_deg = bearing_deg(n.from, n.to);
  return out;
}

void Screener::surroundings(ActivityRecord const& record, ScreenRequest const& request, Application& out) {
  std::set<std::size_t> met;
  for (auto const& row : record.conflicts) met.insert(row.area);
  auto const& shape = request.activity.shape;
  for (auto const& n : nearest_areas(m_basemap, shape, met, m_options.nearest_limit_m, NEAREST_SHOWN))
    out.nearest.push_back(near_area(n));
  double radius = 0;
  for (auto const& hit : record.proximity) radius = std::max(radius, hit.limit_m);
  if (radius == 0) return;
  auto const around = within(m_basemap, shape, radius);
  for (auto const& hit : record.proximity)
    for (auto const& n : around)
      if (n.area == hit.area && m_basemap.ground(n.area).zones[n.zone].zone == hit.zone)
        out.near_hits.push_back({near_area(n), hit.reason, hit.limit_m});
}

void Screener::not_checked(ActivityRecord const& record, Activity const& activity, Application& out) const {
  for (auto const& check : record.checks) {
    auto const layer = std::find_if(m_options.layers.begin(), m_options.layers.end(),
                                    [&](auto const& l) { return l.name == check.layer; });
    bool const stated = !layer->coverage.empty();
    if (check.result == "not_checked")
      out.not_checked.push_back({layer->name, layer->status != "used"                             ? layer->status
                                              : !stated                                           ? "beyond_extent"
                                              : shares_ground(activity.geometry, layer->coverage) ? "partly_covered"
                                                                                                  : "not_covered"});
    else if (check.result == "overlap" && !covers_activity(*layer, activity.geometry))
      out.not_checked.push_back({layer->name, stated ? "partly_covered" : "beyond_extent"});
  }
}

void Screener::rights_reasons(Activity const& activity, Application& out) const {
  for (auto const& n : m_rights_not_used) out.not_checked.push_back(n), out.reasons.push_back(unchecked(n));
  auto const meant = [](RightOverlap const& r) { return !r.information; };
  if (auto const n = std::count_if(out.rights.begin(), out.rights.end(), meant); n > 0)
    out.reasons.push_back({Verdict::review, {"screen.reason.rights", {std::to_string(n)}}, false});
  if (activity.attributes.action == "reduce") reduction(activity, out);
}

// A reduction has no ground outside the right it reduces: told from the registered outline of the same licence.
void Screener::reduction(Activity const& activity, Application& out) const {
  auto const note = [&](char const* code, Severity severity) {
    out.findings.push_back({code, severity, out.attributes.layer, out.attributes.id, {}});
  };
  if (!m_rights) return note("screen.reduction_not_compared", Severity::warning);
  auto const outside = outside_own_right(activity, *m_rights);
  if (outside == 0.0) return note("screen.reduction_inside", Severity::info);
  Message const why = outside ? Message{"screen.reason.reduction_outside", {printed(*outside, DECIMALS_OF_M2)}}
                              : Message{"screen.reason.reduction_no_right", {}};
  out.reasons.push_back({Verdict::review, why, false});
}

// The reasons are what the assessor weighs besides overlaps, said one by one, and what only a screening knows.
void Screener::conclude(ActivityRecord const& record, ScreenRequest const& request, Application& out) const {
  bool const a_draft_counts = true, no_draft = false;
  auto& reasons = out.reasons;
  for (auto const& n : out.not_checked) reasons.push_back(unchecked(n));
  for (auto const& hit : out.near_hits)
    if (hit.reason == "accuracy")
      reasons.push_back(
          {Verdict::review, {"screen.reason.accuracy", {m_screening.areas[hit.area].area.name}}, draft(hit.area)});
  auto const most = [&](bool with_draft) {
    auto v = Verdict::clear;
    for (auto const* list : {&out.conflicts, &out.contacts})
      for (auto const& c : *list)
        if (with_draft || !draft(c.area)) v = more_severe(v, c.verdict);
    for (auto const& r : reasons)
      if (with_draft || !r.of_draft) v = more_severe(v, r.verdict);
    return v;
  };
  if (to_string(most(a_draft_counts)) != record.row.verdict)
    throw Error(ErrorKind::invariant, "screen.verdict_lost",
                {out.attributes.id, record.row.verdict, std::string(to_string(most(a_draft_counts)))});
  if (request.repaired) reasons.push_back({Verdict::review, {"screen.reason.repaired", {}}, false});
  if (request.outline_doubtful) reasons.push_back({Verdict::review, {"screen.reason.outline", {}}, false});
  if (request.place_doubtful) reasons.push_back({Verdict::review, {"screen.reason.place", {}}, false});
  rights_reasons(request.activity, out);
  out.verdict = most(a_draft_counts);
  out.verdict_without_draft = most(no_draft);
}

}  // namespace redline
