// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/survey.hpp"

#include <tbb/parallel_for.h>

#include "engine/core/interrupt.hpp"
#include "engine/restoration/claims.hpp"
#include "engine/restoration/none_done.hpp"
#include "engine/restoration/region_ground.hpp"
#include "engine/restoration/survey_rows.hpp"

namespace redline {
namespace {

using Record = RestorationRecord;

class Surveyor {
 public:
  Surveyor(std::vector<Record const*> const& records, SiteMap map)
      : m_rows(read_survey_rows(records, std::move(map), m_out.known, m_out.findings)) {}

  Survey run() {
    compare_claims(m_rows.polygons, m_out.known, m_out.findings);
    place_all();
    lay();
    return std::move(m_out);
  }

 private:
  struct Site {
    std::vector<std::size_t> polygons;
    std::vector<HeardRow> heard;
  };
  struct Turned {  // before the polygon of that number: all that stands done of the site takes the class
    std::size_t place, site;
    StageClass stage_class;
  };
  struct PlacedSite {
    std::vector<Turned> turned;
    std::set<Where> lies_in;
    Findings findings;
  };
  void place_all();
  void lay();
  bool by_number(std::size_t site, PlacedSite const& placed) const {
    return placed.lies_in.empty() && !m_sites[site].first.empty() && !m_rows.map.drawn(m_sites[site].first);
  }

  std::vector<Site> sites(std::vector<std::size_t>& site_of);  // with polygons
  PlacedSite place(std::size_t number, Site const& site, std::vector<PlacedPolygon>& placed) const;

  Survey m_out;
  SurveyRows m_rows;
  std::map<Where, std::vector<GroundPiece>> m_pieces;
  std::vector<SiteKey> m_sites;  // by number
};

std::vector<Surveyor::Site> Surveyor::sites(std::vector<std::size_t>& site_of) {
  std::map<SiteKey, std::size_t> number;
  std::vector<Site> out;
  for (std::size_t i = 0; i < m_rows.polygons.size(); ++i) {
    SiteKey const key{m_rows.polygons[i].record->reserve, m_rows.polygons[i].record->site};
    auto const [it, fresh] = number.emplace(key, out.size());
    if (fresh) {
      m_sites.push_back(key);
      auto const heard = m_rows.heard.find(key);
      out.push_back({{}, heard == m_rows.heard.end() ? std::vector<HeardRow>{} : heard->second});
    }
    out[it->second].polygons.push_back(i);
    site_of.push_back(it->second);
  }
  return out;
}

// Polygons of one site are placed by one thread, in order. Where the map holds neither the reserve nor another one at
// that place, nothing can be verified, and the site is accepted by number.
Surveyor::PlacedSite Surveyor::place(std::size_t number, Site const& site, std::vector<PlacedPolygon>& placed) const {
  throw_if_interrupted();
  SitePlacer placer(m_sites[number], m_rows.map, m_out.known, !site.heard.empty());
  PlacedSite out;
  auto heard = site.heard.begin();
  auto const hear_until = [&](std::size_t place) {
    for (; heard != site.heard.end() && heard->place <= place; ++heard)
      if (placer.hear(*heard->record)) out.turned.push_back({heard->place, number, falls_to(*heard->record)});
  };
  for (auto const i : site.polygons) {
    hear_until(i);
    placed[i] = placer.place(m_rows.polygons[i]);
    for (auto const& [where, piece] : placed[i].pieces) out.lies_in.insert(where);
  }
  hear_until(m_rows.polygons.size());
  if (by_number(number, out)) return out;
  out.findings = placer.close();
  return out;
}

// Sites in parallel; what was found is brought together in the order of the records, whoever was first.
void Surveyor::place_all() {
  std::vector<std::size_t> site_of;
  auto const all = sites(site_of);
  std::vector<PlacedPolygon> placed(m_rows.polygons.size());
  std::vector<PlacedSite> of_site(all.size());
  tbb::parallel_for(std::size_t{0}, all.size(), [&](std::size_t s) { of_site[s] = place(s, all[s], placed); });
  for (std::size_t s = 0; s < all.size(); ++s)
    if (by_number(s, of_site[s])) m_out.known.measured.erase(m_sites[s]);
  std::vector<std::vector<Turned>> turned(placed.size() + 1);
  for (auto const& site : of_site) {
    for (auto const& t : site.turned) turned[t.place].push_back(t);
    m_out.findings.insert(m_out.findings.end(), site.findings.begin(), site.findings.end());
  }
  for (std::size_t i = 0; i <= placed.size(); ++i) {
    for (auto const& t : turned[i])
      for (auto const& where : of_site[t.site].lies_in) m_pieces[where].push_back({t.stage_class, {}, t.site});
    if (i == placed.size()) break;
    auto const& stage = *m_rows.polygons[i].record->stage;
    for (auto& [where, piece] : placed[i].pieces)
      m_pieces[where].push_back({stage.stage_class, std::move(piece), site_of[i], stage.takes_back()});
    m_out.findings.insert(m_out.findings.end(), placed[i].findings.begin(), placed[i].findings.end());
  }
}

void Surveyor::lay() {
  RegionGround region;
  for (auto& [where, pieces] : m_pieces) {
    throw_if_interrupted();
    auto& of_site = m_out.reserves[where.first].of_site;
    for (auto const& p : pieces)  // also those of which nothing stands
      if (m_sites[p.site].first == where.first) of_site[std::string(m_sites[p.site].second)];
    auto laid = lay_ground(std::move(pieces));
    require_balance(laid.totals, where.first, where.second);
    auto& reserve = m_out.reserves[where.first];
    reserve.zones.push_back({where.second, laid.totals});
    reserve.totals.add(laid.totals);
    for (auto const& [site, m2] : laid.of_site)
      if (m_sites[site].first == where.first) of_site[std::string(m_sites[site].second)].add(m2);
    for (std::size_t c = 0; c < STAGE_CLASSES; ++c) {
      if (laid.standing[c].empty()) continue;
      auto const stage_class = static_cast<StageClass>(c);
      for (std::size_t i = 0; i < laid.standing[c].size(); ++i)
        region.add(where.first, stage_class, laid.standing[c][i], laid.standing_m2[c][i]);
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
  return Surveyor(records, {basemap, reserve_of}).run();
}

}  // namespace redline
