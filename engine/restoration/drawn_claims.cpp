// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/drawn_claims.hpp"

#include <algorithm>

#include "engine/measure/area.hpp"
#include "engine/restoration/less.hpp"
#include "engine/restoration/narrow.hpp"
#include "engine/restoration/topics.hpp"

namespace redline {
namespace {

constexpr double SAME_GROUND_M2 = 0.01;  // up to which a polygon is all shared

struct ClaimedSite {
  Stage const* stage = nullptr;      // of the first claim
  bool joined = false;               // claims of two stages, or a return by polygon
  std::vector<std::size_t> for_all;  // claims that stand for those before them
};

// Equal names are the same view, so addresses tell sites apart.
using ClaimedSites = std::map<std::pair<char const*, char const*>, ClaimedSite>;

ClaimedSite& site_of(ClaimedSites& sites, Polygon const& p) {
  return sites[{p.record->reserve.data(), p.record->site.data()}];
}

bool replaces(Polygon const& later, Polygon const& earlier) {
  auto const &a = *later.record, &b = *earlier.record;
  if (a.stage != b.stage || other_topic(a, b)) return false;
  return a.basis == Basis::cumulative || (standing_day(a) && standing_day(b) && *standing_day(a) > *standing_day(b));
}

void cut_off(Geometry& ground, Geometry const& less_of) {
  if (!ground.empty()) ground = less(std::move(ground), less_of);
}

// The part of the figure of a claim that this part of its ground is.
Amount of_figure(Polygon const& claim, Geometry const& ground) {
  if (ground.empty() || wide_m2(ground) <= REPORTED_GROUND_M2) return {};
  auto const whole = claim.record->amount.value_or(Amount::from_double(claim.m2));
  return whole - std::min(whole, part_of_figure(claim, std::max(0.0, claim.m2 - exact_area_m2(ground))));
}

}  // namespace

bool claims_ground(Polygon const& p) {
  return p.record->stage->stage_class >= StageClass::restored && p.record->quantity == Quantity::restored;
}

bool of_one_site(Polygon const& a, Polygon const& b) {
  return a.record->site == b.record->site && a.record->reserve == b.record->reserve;
}

// What a figure says beyond its polygon belongs to the same ground: the part of the figure that the shared ground is of
// the polygon.
Amount part_of_figure(Polygon const& claim, double shared) {
  auto const measured = Amount::from_double(claim.m2), deducted = Amount::from_double(shared);
  auto const& stated = claim.record->amount;
  if (!stated || *stated <= measured) return deducted;
  if (deducted >= measured - Amount::from_double(SAME_GROUND_M2)) return *stated;
  return Amount::from_double(stated->to_double() * shared / claim.m2);
}

std::vector<bool> claims_to_join(std::vector<Polygon> const& polygons) {
  ClaimedSites sites;
  for (std::size_t i = 0; i < polygons.size(); ++i) {
    auto const& p = polygons[i];
    bool const claim = claims_ground(p), back = p.record->stage->returns;
    if (!claim && !back) continue;
    auto& site = site_of(sites, p);
    if (claim && !site.stage) site.stage = p.record->stage;
    site.joined = site.joined || back || site.stage != p.record->stage;
    if (claim && stands_for_all(p.record->basis)) site.for_all.push_back(i);
  }
  std::vector<bool> out(polygons.size());
  for (std::size_t i = 0; i < polygons.size(); ++i) {
    auto const& p = polygons[i];
    if (!claims_ground(p)) continue;
    auto const& site = site_of(sites, p);
    out[i] = site.joined && std::none_of(site.for_all.begin(), site.for_all.end(),
                                         [&](auto j) { return j > i && replaces(polygons[j], p); });
  }
  return out;
}

void JoinedClaims::of_others(std::size_t place, Geometry const& ground) {
  if (m_to_join[place]) m_of_others[place].push_back(ground.clone());
}

// Less what was disturbed or sent back by polygon since.
Geometry JoinedClaims::standing(std::vector<std::size_t> const& group, std::size_t i) const {
  auto ground = m_polygons[group[i]].geometry.clone();
  for (auto k = i + 1; k < group.size() && !ground.empty(); ++k)
    if (auto const& taker = m_polygons[group[k]]; taker.record->stage->takes_back())
      ground = less(std::move(ground), taker.geometry);
  return ground;
}

void JoinedClaims::join(std::vector<std::size_t> const& group, KnownGround& known) const {
  std::vector<std::pair<std::size_t, Geometry>> counted;  // what claims before it have left to stand
  for (std::size_t i = 0; i < group.size(); ++i) {
    auto const place = group[i];
    if (!m_to_join[place]) continue;
    auto const& claim = m_polygons[place];
    auto ground = standing(group, i);
    auto fresh = ground.clone(), anew = Geometry{};
    if (auto const others = m_of_others.find(place); others != m_of_others.end())
      for (auto const& g : others->second) cut_off(fresh, g);
    for (auto const back : {false, true}) {  // those that were sent back by number before it come last
      for (auto const& [before, own] : counted)
        if (auto const& p = m_polygons[before]; of_one_site(p, claim) && (p.returned <= place) == back)
          cut_off(fresh, own);
      if (!back) anew = fresh.clone();
    }
    counted.emplace_back(place, std::move(ground));
    auto const counts = of_figure(claim, fresh), with_redone = of_figure(claim, anew);
    if (!with_redone.zero()) known.drawn_claims.emplace(claim.record->id, DrawnClaim{counts, with_redone - counts});
  }
}

}  // namespace redline
