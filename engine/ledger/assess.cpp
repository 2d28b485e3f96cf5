// SPDX-License-Identifier: Apache-2.0
#include "engine/ledger/assess.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/basemap/near.hpp"
#include "engine/ledger/measures.hpp"
#include "engine/overlay/balance.hpp"
#include "engine/overlay/gap_contacts.hpp"
#include "engine/rules/words.hpp"

namespace redline {
namespace {

class Assessment {
 public:
  Assessment(Basemap const& basemap, Proposals const& proposals, AssessOptions const& options,
             std::span<Bounds const> concerned, Activity const& activity, std::span<double const> area_shifts,
             bool repaired)
      : m_basemap(basemap),
        m_proposals(proposals),
        m_options(options),
        m_concerned(concerned),
        m_activity(activity),
        m_repaired(repaired),
        m_shift{activity.planar_meridian ? options.densify_m : 0, area_shifts} {
    m_record.dimension = activity.shape.dimension;
  }

  ActivityRecord run() {
    m_overlaps = overlaps(m_basemap, m_activity.geometry, m_activity.shape, m_shift);
    find_near();
    add_gap_contacts(m_overlaps, m_near, m_shift, m_activity.shape.dimension);
    weigh();
    measure_activity(m_activity, m_record.row);
    for (auto const& o : m_overlaps) add_conflict(o);
    check_layers();
    look_around();
    if (m_activity.may_lie_elsewhere || m_activity.outline_open) m_verdict = more_severe(m_verdict, Verdict::review);
    m_record.row.verdict = to_string(m_verdict);
    return std::move(m_record);
  }

 private:
  void weigh();
  void add_conflict(Overlap const& o);
  void judge(Overlap const& o, ConflictRow& row);
  bool wholly_inside(std::string const& area_kind) const;
  bool may_go_on(std::string const& area_kind) const;
  void check_layers();
  std::string result_in(CheckedLayer const& layer) const;
  void find_near();
  double setback_m() const;
  double doubt_m(std::size_t area) const;
  void look_around();
  void note_near();
  bool met(std::size_t area) const;
  double stated_radius_m() const;
  void note_extent();

  Basemap const& m_basemap;
  Proposals const& m_proposals;
  AssessOptions const& m_options;
  std::span<Bounds const> m_concerned;  // by layer
  Activity const& m_activity;
  bool m_repaired;
  EdgeShift m_shift;
  ActivityRecord m_record;
  std::vector<Overlap> m_overlaps;
  std::vector<Near> m_near;  // as far as setback, accuracy and densifying ask for
  Verdict m_verdict = Verdict::clear;
};

void Assessment::weigh() {
  auto const b = balance(m_basemap, m_activity.geometry, m_overlaps);
  m_record.balance = {b.unit, b.whole, b.in_zones, b.outside, b.residue};
  require_balanced(b);
  if (m_record.dimension == 2) m_record.row.overlap_total_m2 = b.in_zones;
}

void Assessment::add_conflict(Overlap const& o) {
  auto const& area = m_basemap.areas()[o.area];
  auto const& ground = m_basemap.ground(o.area).zones[o.zone];
  ConflictRow row;
  row.zone = ground.zone;
  row.area = o.area;
  row.dimension = m_record.dimension;
  row.conflict_id = conflict_id(m_activity.attributes, area, ground.zone);
  if (!o.contact) row.geometry = wkb(coordinates(o.geometry));
  row.overlap_m2 = m_record.dimension == 2 ? overlap_area_m2(o, m_options.area_method) : 0.0;
  if (m_record.dimension == 2) row.width_m = o.width_m;
  if (m_record.dimension == 1) row.overlap_m = o.m;
  auto const whole = m_record.balance.whole;
  if (m_record.dimension > 0 && whole > 0)
    row.overlap_share = std::min(1.0, (m_record.dimension == 2 ? o.m2 : o.m) / whole);
  if (m_record.dimension == 2 && ground.area_m2 > 0) row.zone_share = std::min(1.0, o.m2 / ground.area_m2);
  row.certainty = certainty(m_basemap, o, m_activity.attributes.accuracy_m);
  row.rung = to_string(m_repaired ? Rung::repaired : o.rung);
  row.lon = o.inside.x;
  row.lat = o.inside.y;
  judge(o, row);
  m_record.conflicts.push_back(std::move(row));
}

// No part lies outside protected ground of that kind: a right half in a reserve and half on a red line is partly in the
// reserve.
bool Assessment::wholly_inside(std::string const& area_kind) const {
  auto const& b = m_record.balance;
  if (b.unit == "count") return true;
  auto bound = (b.unit == "m2" ? 0.01 : 0.001) + 1e-9 * b.whole;  // as in the balance
  for (auto const& o : m_overlaps)
    if (m_basemap.areas()[o.area].kind == area_kind) bound += o.contact_m2;
  if (b.outside > bound) return false;
  std::vector<Overlap> same;
  bool others = false, of_one_area = true;
  double sum = 0;  // no less than the ground of that kind
  for (auto const& o : m_overlaps) {
    if (o.contact) continue;
    if (m_basemap.areas()[o.area].kind != area_kind) {
      others = true;
      continue;
    }
    if (o.whole) return true;
    of_one_area = of_one_area && (same.empty() || same.front().area == o.area);
    sum += b.unit == "m2" ? o.m2 : o.m;
    auto& copy = same.emplace_back();
    copy.area = o.area, copy.zone = o.zone, copy.m2 = o.m2, copy.m = o.m;
    copy.geometry = o.geometry.clone();
  }
  if (!others || sum < b.whole - bound) return !others;
  if (of_one_area && sum >= b.whole - bound / 2) return true;  // zones of one area share no ground
  return balance(m_basemap, m_activity.geometry, same).outside <= bound;
}

// Outside the chosen areas, into others of that kind.
bool Assessment::may_go_on(std::string const& area_kind) const {
  auto const box = m_activity.geometry.bounds();
  return std::any_of(m_options.left_out.begin(), m_options.left_out.end(),
                     [&](LeftOut const& l) { return l.kind == area_kind && l.box.intersects(box); });
}

void Assessment::judge(Overlap const& o, ConflictRow& row) {
  auto const& a = m_activity.attributes;
  auto const& area = m_basemap.areas()[o.area];
  Evidence e;
  e.activity_kind = a.kind, e.action = a.action, e.mineral = a.mineral, e.mineral_class = a.mineral_class,
  e.status = a.status;
  e.valid_from = a.valid_from, e.valid_to = a.valid_to, e.granted_on = a.granted_on;
  e.act_date = a.act_date, e.renewal_filed_on = a.renewal_filed_on;
  e.area_kind = area.kind, e.zone = row.zone, e.area_level = area.level, e.designated_on = area.designated_on;
  e.designated_later = area.designated_after(m_options.as_of);
  e.share = row.overlap_share;
  e.wholly_inside = wholly_inside(area.kind);
  e.extent_open =
      is_right(a.kind) && (e.wholly_inside ? m_record.dimension == 0 || a.rows_of_right > 1 : may_go_on(area.kind));
  e.contact = o.contact, e.certainty = row.certainty, e.three_zones_mapped = m_options.three_zones_mapped;
  e.zones_not_given = o.area < m_options.zones_not_given.size() && m_options.zones_not_given[o.area];
  auto const& proposal = m_proposals.on(e);
  row.verdict = to_string(proposal.verdict);
  row.disposition = proposal.disposition, row.rule_ids = proposal.rule_ids;
  row.clauses = proposal.clauses, row.trace = proposal.trace;
  m_verdict = more_severe(m_verdict, proposal.verdict);
  if (m_options.keep_judgements) row.judgement = proposal.judgement;
}

std::string Assessment::result_in(CheckedLayer const& layer) const {
  bool overlap = false, contact = false;
  for (auto const& o : m_overlaps)
    if (m_basemap.areas()[o.area].layer == layer.name) (o.contact ? contact : overlap) = true;
  if (overlap) return "overlap";
  if (layer.status != "used" || !covers_activity(layer, m_activity.geometry)) return "not_checked";
  return contact ? "contact" : "none";
}

void Assessment::check_layers() {
  auto const box = m_activity.geometry.bounds();
  for (std::size_t i = 0; i < m_options.layers.size(); ++i) {
    if (!m_concerned[i].empty() && !m_concerned[i].intersects(box)) continue;
    auto const& layer = m_options.layers[i];
    auto result = result_in(layer);
    bool const partly_covered = result == "overlap" && !covers_activity(layer, m_activity.geometry);
    if (result == "not_checked" || partly_covered)
      m_verdict = more_severe(m_verdict, layer.status == "other_place" ? Verdict::review : Verdict::incomplete);
    m_record.checks.push_back({layer.name, std::move(result)});
  }
}

bool Assessment::met(std::size_t area) const {
  return std::any_of(m_overlaps.begin(), m_overlaps.end(), [&](Overlap const& o) { return o.area == area; });
}

double Assessment::setback_m() const {
  auto const setback = m_options.setbacks_m.find(m_activity.attributes.kind);
  return setback == m_options.setbacks_m.end() ? 0.0 : setback->second;
}

void Assessment::find_near() {
  auto const accuracy = m_activity.attributes.accuracy_m;
  bool const wide = setback_m() > 0 || accuracy;
  auto const narrow =
      m_record.dimension == 0 ? std::max(CONTACT_WIDTH_M, m_shift.of_areas()) : m_shift.farthest_apart();
  auto radius = wide ? std::max(setback_m(), accuracy.value_or(0) + 1000) : narrow;
  radius = std::max(radius, stated_radius_m());
  if (radius > 0) m_near = within(m_basemap, m_activity.shape, radius);
}

// Distances: to the nearest area when clear, to areas inside a setback, and to areas so near that the accuracies
// decide.
void Assessment::look_around() {
  auto const& shape = m_activity.shape;
  note_near();
  if (stated_radius_m() > 0) note_extent();
  auto const first = std::find_if(m_overlaps.begin(), m_overlaps.end(), [](Overlap const& o) { return !o.contact; });
  if (first != m_overlaps.end() || !m_overlaps.empty()) {
    auto const& o = first != m_overlaps.end() ? *first : m_overlaps.front();
    m_record.row.nearest_area_id = m_basemap.areas()[o.area].id;
    m_record.row.nearest_m = 0;
  } else if (auto const n = nearest(m_basemap, shape, m_options.nearest_limit_m)) {
    m_record.row.nearest_area_id = m_basemap.areas()[n->area].id;
    m_record.row.nearest_m = n->distance_m;
  }
}

// How near is too near to tell: the accuracies of both sides; of a point at least what rounding or densifying may have
// moved the border by, as it stands for something of some size.
double Assessment::doubt_m(std::size_t area) const {
  auto const of_area = m_basemap.areas()[area].accuracy_m, own = m_activity.attributes.accuracy_m;
  auto const stated = of_area && own ? *of_area + *own : 0;
  return m_record.dimension == 0 ? std::max({stated, CONTACT_WIDTH_M, m_shift.of(area)}) : stated;
}

void Assessment::note_near() {
  auto const setback = setback_m();
  for (auto const& n : m_near) {
    if (met(n.area)) continue;
    auto const& zone = m_basemap.ground(n.area).zones[n.zone].zone;
    if (n.distance_m < setback) m_record.proximity.push_back({n.area, zone, "setback", n.distance_m, setback});
    auto const doubt = doubt_m(n.area);
    if (n.distance_m >= doubt) continue;
    m_record.proximity.push_back({n.area, zone, "accuracy", n.distance_m, doubt});
    m_verdict = more_severe(m_verdict, Verdict::review);
  }
}

// Of a circle that holds the stated area of a right drawn as a point.
double Assessment::stated_radius_m() const {
  auto const& a = m_activity.attributes;
  auto const& m2 = a.declared_m2;
  return m_record.dimension == 0 && is_right(a.kind) && m2 && *m2 > 0 ? std::sqrt(*m2 / std::numbers::pi) : 0.0;
}

// Areas beside the point that the ground of the right may reach.
void Assessment::note_extent() {
  auto const& a = m_activity.attributes;
  auto const radius = stated_radius_m();
  for (auto const& n : m_near) {
    if (met(n.area) || n.distance_m >= radius) continue;
    auto const& area = m_basemap.areas()[n.area];
    m_record.proximity.push_back(
        {n.area, m_basemap.ground(n.area).zones[n.zone].zone, "stated_area", n.distance_m, radius});
    m_record.findings.push_back({"run.extent_may_reach",
                                 Severity::warning,
                                 a.layer,
                                 a.id,
                                 {fmt::format("{:.0f}", *a.declared_m2), fmt::format("{:.0f}", radius), area.name,
                                  fmt::format("{:.0f}", n.distance_m)}});
    m_verdict = more_severe(m_verdict, Verdict::review);
  }
}

}  // namespace

Assessor::Assessor(Basemap const& basemap, RuleSet const& rules, AssessOptions options)
    : m_basemap(basemap), m_options(std::move(options)), m_proposals(rules, m_options.as_of, m_options.language) {
  for (auto const& l : m_options.layers) m_concerned.push_back(concerned(l));
  std::map<std::string, double> shifts;
  for (auto const& l : m_options.layers)
    if (l.shift_m > 0) shifts.emplace(l.name, l.shift_m);
  if (shifts.empty()) return;
  m_shifts.assign(basemap.areas().size(), 0);
  for (std::size_t i = 0; i < m_shifts.size(); ++i)
    if (auto const s = shifts.find(basemap.areas()[i].layer); s != shifts.end()) m_shifts[i] = s->second;
}

ActivityRecord Assessor::assess(Activity const& activity, bool repaired) const {
  auto record = assess_unnamed(activity, repaired);
  record.attributes = activity.attributes;
  return record;
}

ActivityRecord Assessor::assess_unnamed(Activity const& activity, bool repaired) const {
  return Assessment(m_basemap, m_proposals, m_options, m_concerned, activity, m_shifts, repaired).run();
}

}  // namespace redline
