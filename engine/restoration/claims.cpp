// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/claims.hpp"

#include <tbb/parallel_for.h>

#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/restoration/drawn_claims.hpp"
#include "engine/restoration/less.hpp"
#include "engine/restoration/narrow.hpp"

namespace redline {
namespace {

bool same_work(RestorationRecord const& a, RestorationRecord const& b) {
  return a.site == b.site && a.programme == b.programme && a.reserve == b.reserve;
}

bool same_stage(Polygon const& a, Polygon const& b) { return a.record->stage == b.record->stage; }

class Comparison {
 public:
  Comparison(std::vector<Polygon> const& polygons, std::vector<bool> const& to_join, KnownGround& known,
             Findings& findings)
      : m_polygons(polygons), m_joined(polygons, to_join), m_known(known), m_findings(findings) {}

  void group(std::vector<std::size_t> const& group) {
    for (std::size_t j = 0; j < group.size(); ++j) {
      Places const before(group.begin(), group.begin() + static_cast<std::ptrdiff_t>(j));
      if (claims_ground(m_polygons[group[j]])) later(before, group[j]);
      if (m_polygons[group[j]].record->stage->takes_back()) take_back(before, group[j]);
    }
    m_joined.join(group, m_known);
  }

 private:
  using Places = std::vector<std::size_t>;

  // A later stage of one site is the same work; of another one it claims the ground again.
  bool may_share(std::size_t before, std::size_t place) const {
    auto const &earlier = m_polygons[before], &claim = m_polygons[place];
    return claims_ground(earlier) && (same_stage(earlier, claim) || !of_one_site(earlier, claim)) &&
           earlier.returned > place && earlier.bounds.intersects(claim.bounds);
  }

  void later(Places const& before, std::size_t place) {
    auto const& claim = m_polygons[place];
    std::vector<Geometry> shared;
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (!may_share(before[i], place)) continue;
      auto const& earlier = m_polygons[before[i]];
      auto ground = standing(common(earlier.geometry, claim.geometry), before, i);
      if (!of_one_site(earlier, claim)) ground = less_own(std::move(ground), before, 0, i, place);
      auto const m2 = wide_m2(ground);
      if (m2 <= REPORTED_GROUND_M2) continue;
      tell(earlier, ground, m2, before, i, place);
      if (!of_one_site(earlier, claim)) m_joined.of_others(place, ground);
      shared.push_back(std::move(ground));
    }
    if (shared.empty()) return;
    auto once = shared.size() == 1 ? std::move(shared.front()) : union_by_ladder(std::move(shared), 2).geometry;
    if (claim.record->basis != Basis::cumulative)
      m_known.deductions[claim.record->id] = part_of_figure(claim, exact_area_m2(once));
    m_shared.emplace(place, std::move(once));
  }

  // Of each claim before it what still counts there.
  void take_back(Places const& before, std::size_t place) {
    auto const& taker = m_polygons[place];
    for (std::size_t i = 0; i < before.size(); ++i) {
      auto const& claim = m_polygons[before[i]];
      bool const of_account = taker.record->stage->returns && of_one_site(claim, taker);
      if (!claims_ground(claim) || of_account || claim.returned <= place || !claim.bounds.intersects(taker.bounds))
        continue;
      auto ground = standing(common(claim.geometry, taker.geometry), before, i);
      if (auto const known = m_shared.find(before[i]); known != m_shared.end() && !ground.empty())
        ground = less(std::move(ground), known->second);
      if (wide_m2(ground) <= REPORTED_GROUND_M2) continue;
      auto const& r = *claim.record;
      m_known.taken_back[taker.record->id].push_back(
          {{r.reserve, r.site}, r.stage, part_of_figure(claim, exact_area_m2(ground))});
    }
  }

  // What an earlier stage of the claim's own site has been told to share is not told again.
  void tell(Polygon const& earlier, Geometry const& ground, double m2, Places const& before, std::size_t i,
            std::size_t place) {
    auto const& claim = m_polygons[place];
    if (of_one_site(earlier, claim)) return report(earlier, claim, m2, ground);
    auto const untold = less_own(ground.clone(), before, i, before.size(), place);
    auto const untold_m2 = wide_m2(untold);
    if (untold_m2 > REPORTED_GROUND_M2) report(earlier, claim, untold_m2, untold);
  }

  // Ground of the earlier claim number i, less what was disturbed or sent back by polygon since.
  Geometry standing(Geometry ground, Places const& before, std::size_t i) const {
    for (auto k = i + 1; k < before.size() && !ground.empty(); ++k)
      ground = still_standing(std::move(ground), m_polygons[before[k]]);
    return ground;
  }

  // Less what the site of the claim has claimed by itself at another stage, from one number to another.
  Geometry less_own(Geometry ground, Places const& before, std::size_t from, std::size_t to, std::size_t place) const {
    auto const& claim = m_polygons[place];
    for (auto k = from; k < to && !ground.empty(); ++k) {
      auto const& own = m_polygons[before[k]];
      if (!claims_ground(own) || !of_one_site(own, claim) || same_stage(own, claim) || own.returned <= place) continue;
      ground = less(std::move(ground), standing(common(own.geometry, claim.geometry), before, k));
    }
    return ground;
  }

  static Geometry still_standing(Geometry ground, Polygon const& between) {
    return between.record->stage->takes_back() ? less(std::move(ground), between.geometry) : std::move(ground);
  }

  void report(Polygon const& earlier, Polygon const& claim, double m2, Geometry const& ground) {
    auto const& a = *earlier.record;
    auto const& b = *claim.record;
    bool const repeats = same_work(a, b) && (m2 >= COVERED_SHARE * claim.m2 || m2 >= COVERED_SHARE * earlier.m2);
    if (same_work(a, b) && b.basis == Basis::cumulative) return;
    auto const place = ground.bounds().centre();
    Finding f{repeats ? "restoration.cumulative_as_new" : "restoration.claimed_twice",
              Severity::error,
              std::string(b.reserve),
              std::string(b.id),
              {},
              place.x,
              place.y};
    f.args = repeats ? std::vector<std::string>{cited(b), Amount::from_double(m2).decimal()}
                     : std::vector<std::string>{cited(b), std::string(b.programme), cited(a), std::string(a.programme),
                                                Amount::from_double(m2).decimal()};
    if (repeats) f.severity = Severity::warning;
    m_findings.push_back(std::move(f));
  }

  std::vector<Polygon> const& m_polygons;
  JoinedClaims m_joined;
  KnownGround& m_known;
  Findings& m_findings;
  std::map<std::size_t, Geometry> m_shared;  // of a claim, with earlier ones that count it
};

}  // namespace

void compare_claims(std::vector<Polygon> const& polygons, KnownGround& known, Findings& findings) {
  std::vector<Bounds> boxes;
  boxes.reserve(polygons.size());
  for (auto const& p : polygons) boxes.push_back(p.bounds);
  auto const groups = connected(boxes);
  auto const to_join = claims_to_join(polygons);
  struct Found {
    KnownGround known;
    Findings findings;
  };
  std::vector<Found> found(groups.size());
  tbb::parallel_for(std::size_t{0}, groups.size(), [&](std::size_t g) {
    if (groups[g].size() > 1 || to_join[groups[g].front()])
      Comparison(polygons, to_join, found[g].known, found[g].findings).group(groups[g]);
  });
  for (auto& f : found) {
    known.deductions.merge(f.known.deductions);
    known.taken_back.merge(f.known.taken_back);
    known.drawn_claims.merge(f.known.drawn_claims);
    findings.insert(findings.end(), f.findings.begin(), f.findings.end());
  }
}

}  // namespace redline
