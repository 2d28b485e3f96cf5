// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/placing.hpp"

#include <algorithm>

#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/overlay/overlap.hpp"
#include "engine/restoration/less.hpp"
#include "engine/restoration/narrow.hpp"
#include "engine/restoration/none_done.hpp"

namespace redline {
namespace {

constexpr double NOTHING_M2 = 1e-3;

void tell(PlacedPolygon& out, char const* code, Polygon const& p, std::vector<std::string> args,
          Severity severity = Severity::error) {
  auto const place = p.geometry.bounds().centre();
  out.findings.push_back(
      {code, severity, std::string(p.record->reserve), std::string(p.record->id), std::move(args), place.x, place.y});
}

// What the borders leave of ground that is drawn along them, and is no wider than they may have been moved.
void join_border(Geometry const& ground, std::map<Where, Geometry>& pieces) {
  double inside = 0;
  for (auto const& [where, piece] : pieces) inside += exact_area_m2(piece);
  if (pieces.empty() || exact_area_m2(ground) - inside <= NOTHING_M2) return;
  auto rest = ground.clone();
  for (auto const& [where, piece] : pieces) rest = less(std::move(rest), piece);
  auto const narrow = take_narrow(rest, BORDER_WIDTH_M);
  if (narrow.empty()) return;
  std::vector<Geometry> all, parts;
  for (auto& [where, piece] : pieces) all.push_back(std::move(piece));
  for (std::size_t i = 0; i < narrow.parts(); ++i) parts.push_back(narrow.part(i));
  std::vector<std::size_t> const outside(parts.size(), all.size());
  all.push_back(std::move(rest));
  join_along(all, std::move(parts), outside, [](std::size_t, std::size_t) { return true; });
  auto next = all.begin();
  for (auto& [where, piece] : pieces) piece = std::move(*next++);
}

}  // namespace

bool done(RestorationRecord const& r) { return r.stage->stage_class >= StageClass::restored; }

bool SiteMap::drawn(std::string_view reserve) const {
  return std::find(reserve_of.begin(), reserve_of.end(), reserve) != reserve_of.end();
}

SitePlacer::SitePlacer(SiteKey site, SiteMap const& map, KnownGround const& known, bool heard)
    : m_site(site), m_map(map), m_heard(heard), m_acceptance(site, known) {}

Geometry SitePlacer::cut_to_site(Polygon const& p, PlacedPolygon& out) const {
  auto const outline = m_map.outlines.find(m_site);
  if (!done(*p.record) || outline == m_map.outlines.end()) return p.geometry.clone();
  auto inside = common(p.geometry, outline->second);
  auto beyond = p.m2 - (inside.empty() ? 0 : exact_area_m2(inside));
  if (beyond > REPORTED_GROUND_M2) beyond = wide_m2(less(p.geometry.clone(), outline->second), CORNER_WIDTH_M);
  if (beyond > REPORTED_GROUND_M2)
    tell(out, "restoration.beyond_site", p,
         {cited(*p.record), std::string(p.record->site), Amount::from_double(beyond).decimal()});
  return inside;
}

// Acceptance of ground that no polygon of the site covers yet, or that was sent back. Where nobody draws what was
// restored, an accepted polygon says itself that it was.
void SitePlacer::check_acceptance(Polygon const& p, Geometry const& ground, PlacedPolygon& out) const {
  if (!m_map.ever_restored.count(m_site) && (!m_sent_back || m_map.restored_by_number.count(m_site))) return;
  auto rest = ground.clone();
  for (auto const& g : m_restored)
    if (!rest.empty()) rest = less(std::move(rest), g);
  auto const m2 = wide_m2(rest, CORNER_WIDTH_M);
  if (m2 > REPORTED_GROUND_M2)
    tell(out, "restoration.accepted_unrestored", p,
         {cited(*p.record), to_string(standing_day(*p.record)), Amount::from_double(m2).decimal()});
}

// By the overlay that all else uses. A site is mostly reported with the same polygon again, so the last one is kept.
void SitePlacer::locate(Geometry const& ground) {
  if (!m_ground.null() && same_outline(m_ground, ground)) return;
  std::map<Where, std::vector<Geometry>> parts;
  if (!ground.empty())
    for (auto& o : overlaps(m_map.basemap, ground, coordinates(ground), {BORDER_WIDTH_M})) {
      auto const& reserve = m_map.reserve_of[o.area];
      if (reserve.empty() || o.contact) continue;
      parts[{reserve, m_map.basemap.ground(o.area).zones[o.zone].zone}].push_back(std::move(o.geometry));
    }
  m_pieces.clear();
  for (auto& [where, list] : parts)
    m_pieces[where] = list.size() == 1 ? std::move(list.front()) : union_by_ladder(std::move(list), 2).geometry;
  join_border(ground, m_pieces);
  m_ground = ground.clone();
}

void SitePlacer::check_reserve(Polygon const& p, std::map<std::string, double> const& inside, PlacedPolygon& out) {
  auto const own = inside.find(std::string(p.record->reserve));
  auto const there = own == inside.end() ? 0 : own->second;
  auto const most =
      std::max_element(inside.begin(), inside.end(), [](auto const& a, auto const& b) { return a.second < b.second; });
  bool const cut = done(*p.record) && m_map.outlines.count(m_site);  // what lies beyond its site is told for itself
  auto const outside = (cut ? exact_area_m2(m_ground) : p.m2) - there;
  if (most != inside.end() && most->second > p.m2 / 2 && most->second > there + REPORTED_GROUND_M2)
    return tell(out, "restoration.wrong_reserve", p,
                {cited(*p.record), std::string(p.record->reserve_text), "@reserve." + most->first,
                 Amount::from_double(most->second).decimal()});
  if (!p.record->reserve.empty() && !m_map.drawn(p.record->reserve)) return;
  if (outside <= REPORTED_GROUND_M2) return;
  std::vector<std::string> const args{cited(*p.record), Amount::from_double(outside).decimal()};
  if (done(*p.record)) tell(out, "restoration.outside_reserve", p, args);
  bool const outline = !done(*p.record) && !p.record->stage->returns && !m_site.second.empty();
  if (outline && !p.record->reserve.empty() && !m_outline_told)
    tell(out, "restoration.outline_outside", p, args, Severity::warning), m_outline_told = true;
}

PlacedPolygon SitePlacer::place(Polygon const& p) {
  PlacedPolygon out;
  auto const ground = cut_to_site(p, out);
  if (p.record->stage->stage_class == StageClass::accepted) check_acceptance(p, ground, out);
  if (done(*p.record)) m_restored.push_back(ground.clone());
  m_sent_back = m_sent_back || p.record->stage->returns;
  if (p.record->stage->returns)
    for (auto& g : m_restored) g = less(std::move(g), ground);
  if (m_heard) m_acceptance.lay(*p.record, ground);
  locate(ground);
  std::map<std::string, double> inside;
  for (auto const& [where, piece] : m_pieces) {
    inside[where.first] += exact_area_m2(piece);
    out.pieces.emplace(where, piece.clone());
  }
  if (!ground.empty()) check_reserve(p, inside, out);
  compare_with_polygon(p, m_pieces, out.findings);
  return out;
}

// What was sent back, or disturbed again, must be restored anew before it can be accepted.
bool SitePlacer::hear(RestorationRecord const& r) {
  if (!takes_ground_back(r)) return m_acceptance.accept(r);
  bool const restored = falls_to(r) >= StageClass::restored;  // and not accepted
  m_sent_back = m_sent_back || !restored;
  if (!restored) m_restored.clear();
  m_acceptance.send_back(r);
  return true;
}

}  // namespace redline
