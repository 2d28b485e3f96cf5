// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/survey.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <limits>

#include "engine/core/error.hpp"
#include "engine/core/interrupt.hpp"
#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/overlay/overlap.hpp"
#include "engine/restoration/claims.hpp"
#include "engine/restoration/less.hpp"
#include "engine/restoration/polygon_checks.hpp"
#include "engine/restoration/region_ground.hpp"

namespace redline {
namespace {

using Record = RestorationRecord;

bool done(Record const& r) { return r.stage->stage_class >= StageClass::restored; }

class Surveyor {
 public:
  Surveyor(Basemap const& basemap, std::vector<std::string> const& reserve_of)
      : m_basemap(basemap), m_reserve_of(reserve_of) {}

  Survey run(std::vector<Record const*> const& records) {
    read(records);
    tell_missing_boundaries();
    outline_sites();
    compare_claims(m_polygons, m_out.known.deductions, m_out.findings);
    place_all();
    lay();
    return std::move(m_out);
  }

 private:
  // Ground sent back by a row without polygon, before the polygon of that number is laid.
  struct SentBack {
    std::size_t place;
    SiteKey site;
    StageClass stage_class;
  };
  void read(std::vector<Record const*> const& records);
  void send_back(Record const& r);
  void tell_missing_boundaries();
  void outline_sites();
  bool drawn(std::string_view reserve) const {
    return std::find(m_reserve_of.begin(), m_reserve_of.end(), reserve) != m_reserve_of.end();
  }
  void place_all();
  void lay();

  // One polygon placed: its pieces by (reserve, zone), and what was found. Polygons of one site are placed by one
  // thread, in order.
  struct Placed {
    std::map<Where, Geometry> pieces;
    Findings findings;
    void add(char const* code, Severity severity, Polygon const& p, std::vector<std::string> args);
  };
  Geometry cut_to_site(Polygon const& p, Placed& out) const;
  void check_acceptance(Polygon const& p, Geometry const& ground, std::vector<Geometry> const& restored,
                        Placed& out) const;
  struct SiteSoFar {
    std::vector<Geometry> restored;
    Geometry ground;  // the last one located, and where it lies
    std::map<Where, Geometry> pieces;
    std::size_t returned = std::numeric_limits<std::size_t>::max();  // as in Polygon
    void send_back_until(std::size_t place);
  };
  void send_back_ground(SentBack const& back, std::map<SiteKey, std::size_t> const& number,
                        std::vector<std::set<Where>> const& lies_in);
  void locate(Geometry const& ground, SiteSoFar& site) const;
  void place(Polygon const& p, SiteSoFar& site, Placed& out) const;
  void check_reserve(Polygon const& p, std::map<std::string, double> const& inside, Placed& out) const;

  Basemap const& m_basemap;
  std::vector<std::string> const& m_reserve_of;
  std::vector<Polygon> m_polygons;
  std::map<SiteKey, std::vector<std::size_t>> m_standing;  // polygons done and not sent back since, while reading
  std::vector<SentBack> m_sent_back;
  std::map<SiteKey, Geometry> m_outlines;
  std::set<SiteKey> m_ever_restored, m_restored_by_number;
  std::map<Where, std::vector<GroundPiece>> m_pieces;
  std::vector<SiteKey> m_sites;  // by number
  Survey m_out;
};

void Surveyor::Placed::add(char const* code, Severity severity, Polygon const& p, std::vector<std::string> args) {
  auto const place = p.geometry.bounds().centre();
  findings.push_back(
      {code, severity, std::string(p.record->reserve), std::string(p.record->id), std::move(args), place.x, place.y});
}

void Surveyor::read(std::vector<Record const*> const& records) {
  for (auto const* r : records) {
    if (!r->stage) continue;
    if (r->wkb.empty()) {
      if (r->stage->returns) send_back(*r);
      if (r->stage->stage_class == StageClass::restored) m_restored_by_number.insert({r->reserve, r->site});
      continue;
    }
    auto g = Geometry::from_wkb(r->wkb);
    auto const m2 = exact_area_m2(g);
    auto const bounds = g.bounds();
    m_polygons.push_back({r, std::move(g), m2, bounds});
    if (done(*r)) m_out.known.measured.insert({r->reserve, r->site});
    if (done(*r)) m_standing[{r->reserve, r->site}].push_back(m_polygons.size() - 1);
    if (r->stage->stage_class == StageClass::restored) m_ever_restored.insert({r->reserve, r->site});
  }
}

// A row without polygon sends back all the ground of its site: where only a part is meant, nobody can tell which, so
// that none of it stays verified.
void Surveyor::send_back(Record const& r) {
  auto const it = m_standing.find({r.reserve, r.site});
  if (it == m_standing.end()) return;
  std::map<Stage const*, double> of_stage;
  for (auto const i : it->second) {
    m_polygons[i].returned = m_polygons.size();
    of_stage[m_polygons[i].record->stage] += m_polygons[i].m2;
  }
  double most = 0;
  for (auto const& [stage, m2] : of_stage) most = std::max(most, m2);
  if (r.amount && r.amount->to_double() < COVERED_SHARE * most)
    m_out.findings.push_back({"restoration.returned_undrawn",
                              Severity::warning,
                              std::string(r.reserve),
                              std::string(r.id),
                              {cited(r), std::string(r.site), Amount::from_double(most).decimal()}});
  m_sent_back.push_back({m_polygons.size(), it->first, r.stage->stage_class});
  m_standing.erase(it);
}

// A reserve that the map does not hold cannot be checked: told once, instead of calling all its ground "outside".
void Surveyor::tell_missing_boundaries() {
  std::map<std::string_view, std::size_t> missing;
  for (auto const& p : m_polygons)
    if (!p.record->reserve.empty() && !drawn(p.record->reserve)) ++missing[p.record->reserve];
  for (auto const& [reserve, n] : missing)
    m_out.findings.push_back(
        {"restoration.no_boundary", Severity::warning, std::string(reserve), "", {std::to_string(n)}});
}

// The disturbed ground of a site is all that was recorded of it before "restored", if its history begins there; ground
// sent back is no new disturbance.
void Surveyor::outline_sites() {
  std::map<SiteKey, std::vector<Geometry>> parts;
  std::set<SiteKey> begun_restored;
  for (auto const& p : m_polygons) {
    SiteKey const key{p.record->reserve, p.record->site};
    if (key.second.empty() || begun_restored.count(key)) continue;
    if (done(*p.record)) {
      if (!parts.count(key)) begun_restored.insert(key);
    } else if (!p.record->stage->returns) {
      auto& known = parts[key];
      if (known.empty() || !same_outline(known.back(), p.geometry)) known.push_back(p.geometry.clone());
    }
  }
  for (auto& [key, list] : parts) {
    auto outline = list.size() == 1 ? std::move(list.front()) : union_by_ladder(std::move(list), 2).geometry;
    m_out.known.outlines[key] = Amount::from_double(exact_area_m2(outline));
    m_outlines.emplace(key, std::move(outline));
  }
}

Geometry Surveyor::cut_to_site(Polygon const& p, Placed& out) const {
  auto const outline = m_outlines.find({p.record->reserve, p.record->site});
  if (!done(*p.record) || outline == m_outlines.end()) return p.geometry.clone();
  auto inside = common(p.geometry, outline->second);
  auto const beyond = p.m2 - (inside.empty() ? 0 : exact_area_m2(inside));
  if (beyond > REPORTED_GROUND_M2)
    out.add("restoration.beyond_site", Severity::error, p,
            {cited(*p.record), std::string(p.record->site), Amount::from_double(beyond).decimal()});
  return inside;
}

// Acceptance of ground that no polygon covers yet, unless the site was restored by number only.
void Surveyor::check_acceptance(Polygon const& p, Geometry const& ground, std::vector<Geometry> const& restored,
                                Placed& out) const {
  SiteKey const key{p.record->reserve, p.record->site};
  if (!m_ever_restored.count(key) && m_restored_by_number.count(key)) return;
  auto rest = ground.clone();
  for (auto const& g : restored)
    if (!rest.empty()) rest = less(std::move(rest), g);
  auto const m2 = rest.empty() ? 0 : exact_area_m2(rest);
  if (m2 > REPORTED_GROUND_M2)
    out.add("restoration.accepted_unrestored", Severity::error, p,
            {cited(*p.record), to_string(p.record->day), Amount::from_double(m2).decimal()});
}

// By the overlay that all else uses. A site is mostly reported with the same polygon again, so the last one is kept.
void Surveyor::locate(Geometry const& ground, SiteSoFar& site) const {
  if (!site.ground.null() && same_outline(site.ground, ground)) return;
  std::map<Where, std::vector<Geometry>> parts;
  if (!ground.empty())
    for (auto& o : overlaps(m_basemap, ground)) {
      auto const& reserve = m_reserve_of[o.area];
      if (reserve.empty() || o.contact) continue;
      parts[{reserve, m_basemap.ground(o.area).zones[o.zone].zone}].push_back(std::move(o.geometry));
    }
  site.pieces.clear();
  for (auto& [where, list] : parts)
    site.pieces[where] = list.size() == 1 ? std::move(list.front()) : union_by_ladder(std::move(list), 2).geometry;
  site.ground = ground.clone();
}

// What was sent back must be restored anew before it can be accepted.
void Surveyor::SiteSoFar::send_back_until(std::size_t place) {
  if (returned > place) return;
  restored.clear();
  returned = std::numeric_limits<std::size_t>::max();
}

void Surveyor::place(Polygon const& p, SiteSoFar& site, Placed& out) const {
  auto const ground = cut_to_site(p, out);
  if (p.record->stage->stage_class == StageClass::accepted) check_acceptance(p, ground, site.restored, out);
  if (done(*p.record)) site.restored.push_back(ground.clone());
  if (p.record->stage->returns)
    for (auto& g : site.restored) g = less(std::move(g), ground);
  locate(ground, site);
  std::map<std::string, double> inside;
  for (auto const& [where, piece] : site.pieces) {
    inside[where.first] += exact_area_m2(piece);
    out.pieces.emplace(where, piece.clone());
  }
  if (!ground.empty()) check_reserve(p, inside, out);
  compare_with_polygon(p, site.pieces, out.findings);
}

// Sites in parallel; what was found is brought together in the order of the records, whoever was first.
void Surveyor::place_all() {
  std::map<SiteKey, std::size_t> number;
  std::vector<std::vector<std::size_t>> sites;
  std::vector<std::size_t> site_of(m_polygons.size());
  for (std::size_t i = 0; i < m_polygons.size(); ++i) {
    SiteKey const key{m_polygons[i].record->reserve, m_polygons[i].record->site};
    auto const [it, fresh] = number.emplace(key, sites.size());
    if (fresh) sites.emplace_back(), m_sites.push_back(key);
    sites[site_of[i] = it->second].push_back(i);
  }
  std::vector<Placed> placed(m_polygons.size());
  std::vector<std::set<Where>> lies_in(sites.size());
  tbb::parallel_for(std::size_t{0}, sites.size(), [&](std::size_t s) {
    throw_if_interrupted();
    SiteSoFar site;
    for (auto const i : sites[s]) {
      site.send_back_until(i);
      place(m_polygons[i], site, placed[i]);
      site.returned = std::min(site.returned, m_polygons[i].returned);
      for (auto const& [where, piece] : placed[i].pieces) lies_in[s].insert(where);
    }
  });
  auto back = m_sent_back.begin();
  for (std::size_t i = 0; i < placed.size(); ++i) {
    for (; back != m_sent_back.end() && back->place <= i; ++back) send_back_ground(*back, number, lies_in);
    for (auto& [where, piece] : placed[i].pieces)
      m_pieces[where].push_back({m_polygons[i].record->stage->stage_class, std::move(piece), site_of[i]});
    m_out.findings.insert(m_out.findings.end(), placed[i].findings.begin(), placed[i].findings.end());
  }
  for (; back != m_sent_back.end(); ++back) send_back_ground(*back, number, lies_in);
}

void Surveyor::send_back_ground(SentBack const& back, std::map<SiteKey, std::size_t> const& number,
                                std::vector<std::set<Where>> const& lies_in) {
  auto const site = number.at(back.site);
  for (auto const& where : lies_in[site]) m_pieces[where].push_back({back.stage_class, Geometry{}, site});
}

void Surveyor::check_reserve(Polygon const& p, std::map<std::string, double> const& inside, Placed& out) const {
  auto const own = inside.find(std::string(p.record->reserve));
  auto const there = own == inside.end() ? 0 : own->second;
  auto const most =
      std::max_element(inside.begin(), inside.end(), [](auto const& a, auto const& b) { return a.second < b.second; });
  auto const outside = p.m2 - there;
  if (most != inside.end() && most->second > p.m2 / 2 && most->second > there + REPORTED_GROUND_M2)
    return out.add("restoration.wrong_reserve", Severity::error, p,
                   {cited(*p.record), std::string(p.record->reserve_text), "@reserve." + most->first,
                    Amount::from_double(most->second).decimal()});
  if (!p.record->reserve.empty() && !drawn(p.record->reserve)) return;
  bool const beyond_site = m_outlines.count({p.record->reserve, p.record->site}) && done(*p.record);
  if (done(*p.record) && !beyond_site && outside > REPORTED_GROUND_M2)
    out.add("restoration.outside_reserve", Severity::error, p,
            {cited(*p.record), Amount::from_double(outside).decimal()});
}

void Surveyor::lay() {
  RegionGround region;
  for (auto& [where, pieces] : m_pieces) {
    throw_if_interrupted();
    auto laid = lay_ground(std::move(pieces));
    require_balance(laid.totals, where.first, where.second);
    auto& reserve = m_out.reserves[where.first];
    reserve.zones.push_back({where.second, laid.totals});
    reserve.totals.add(laid.totals);
    for (auto const& [site, m2] : laid.accepted_of_site)
      if (m_sites[site].first == where.first) reserve.accepted_of_site[std::string(m_sites[site].second)] += m2;
    for (std::size_t c = 0; c < STAGE_CLASSES; ++c) {
      if (laid.standing[c].empty()) continue;
      auto const stage_class = static_cast<StageClass>(c);
      for (auto const& g : laid.standing[c]) region.add(where.first, stage_class, g);
      m_out.standing.push_back(
          {where.first, where.second, stage_class, laid.totals.m2[c], collect(std::move(laid.standing[c]), 2)});
    }
  }
  m_out.region = region.totals();
  require_balance(m_out.region, "region", "");
}

}  // namespace

Survey survey(std::vector<Record const*> const& records, Basemap const& basemap,
              std::vector<std::string> const& reserve_of) {
  return Surveyor(basemap, reserve_of).run(records);
}

}  // namespace redline
