// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/outlines.hpp"

#include <algorithm>
#include <numeric>

#include "engine/measure/area.hpp"
#include "engine/overlay/ladder.hpp"
#include "engine/restoration/less.hpp"
#include "engine/restoration/narrow.hpp"
#include "engine/restoration/placing.hpp"

namespace redline {
namespace {

struct Outline {
  SiteKey site;
  Geometry const* ground;
  Bounds bounds;
  bool worked = false;  // no outline, but the ground on which a site has worked that has none
};

bool compare(Outline const& a, Outline const& b, Findings& findings) {
  auto const shared = common(*a.ground, *b.ground);
  auto const m2 = wide_m2(shared);
  if (m2 <= REPORTED_GROUND_M2) return false;
  if (a.worked || b.worked) return true;
  auto const& [first, second] = std::minmax(a.site, b.site);
  auto const place = shared.bounds().centre();
  findings.push_back({"restoration.outlines_overlap",
                      Severity::warning,
                      std::string(first.first),
                      "",
                      {std::string(first.second), std::string(second.second), Amount::from_double(m2).decimal()},
                      place.x,
                      place.y});
  return true;
}

using Outlines = std::vector<Outline>;

// Groups of outlines that hang together by overlaps, each in order of number.
std::vector<std::vector<std::size_t>> overlapping(Outlines const& all, Findings& findings) {
  std::vector<std::size_t> leader(all.size());
  std::iota(leader.begin(), leader.end(), std::size_t{0});
  auto const first = [&](std::size_t i) {
    while (leader[i] != i) i = leader[i];
    return i;
  };
  for (std::size_t i = 0; i < all.size(); ++i)
    for (auto j = i + 1; j < all.size() && all[j].bounds.min_x <= all[i].bounds.max_x; ++j)
      if (all[i].site.first == all[j].site.first && all[i].bounds.intersects(all[j].bounds) &&
          !(all[i].worked && all[j].worked) && compare(all[i], all[j], findings)) {
        auto const [a, b] = std::minmax({first(i), first(j)});
        leader[b] = a;
      }
  std::map<std::size_t, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < all.size(); ++i) groups[first(i)].push_back(i);
  std::vector<std::vector<std::size_t>> out;
  for (auto& [number, group] : groups)
    if (group.size() > 1) out.push_back(std::move(group));
  return out;
}

using Grounds = std::map<SiteKey, Geometry>;

Geometry union_of(std::vector<Geometry> parts) {
  return parts.size() == 1 ? std::move(parts.front()) : union_by_ladder(std::move(parts), 2).geometry;
}

SharedOutlines shared_by(std::vector<std::size_t> const& group, Outlines const& all,
                         std::map<SiteKey, Amount>& inside) {
  SharedOutlines out;
  std::vector<Geometry> parts;
  for (auto const i : group) {
    out.sites.push_back(all[i].site);
    if (all[i].worked) continue;
    out.twice += Amount::from_double(exact_area_m2(*all[i].ground));
    parts.push_back(all[i].ground->clone());
  }
  auto const once = union_of(std::move(parts));
  out.twice -= Amount::from_double(exact_area_m2(once));
  for (auto const i : group)
    if (all[i].worked) inside[all[i].site] = Amount::from_double(exact_area_m2(common(*all[i].ground, once)));
  return out;
}

// What is drawn of a site before anything of it is done. Ground that is done when it is drawn first is no part of it,
// unless it is another patch of the same table: beside, not over what is not done on that day, or is being worked on.
class DrawnSite {
 public:
  void draw(Polygon const& p) {
    if (m_begun_done) return;
    if (!done(*p.record)) {
      if (p.record->stage->returns) return;
      if (m_parts.empty() || !same_outline(m_parts.back()->geometry, p.geometry)) m_parts.push_back(&p);
    } else if (m_parts.empty()) {
      m_begun_done = true;
    } else if (another_patch(p)) {
      m_parts.push_back(&p);
    }
  }
  std::vector<Geometry> parts() const {
    std::vector<Geometry> out;
    for (auto const* p : m_parts) out.push_back(p->geometry.clone());
    return out;
  }

 private:
  bool another_patch(Polygon const& p) const {
    return std::all_of(m_parts.begin(), m_parts.end(), [&](Polygon const* part) {
      auto const &a = *part->record, &b = *p.record;
      bool const of_day = standing_day(a) && standing_day(a) == standing_day(b);
      bool const of_table = a.source == b.source && a.stage->stage_class != StageClass::not_started;
      if (!of_day && !of_table) return false;
      return !part->bounds.intersects(p.bounds) || wide_m2(common(part->geometry, p.geometry)) <= REPORTED_GROUND_M2;
    });
  }
  std::vector<Polygon const*> m_parts;
  bool m_begun_done = false;
};

using DrawnSites = std::map<SiteKey, DrawnSite>;

}  // namespace

std::map<SiteKey, Geometry> outlines_of(std::vector<Polygon> const& polygons) {
  DrawnSites sites;
  for (auto const& p : polygons)
    if (!p.record->site.empty()) sites[{p.record->reserve, p.record->site}].draw(p);
  Grounds out;
  for (auto& [key, site] : sites)
    if (auto parts = site.parts(); !parts.empty()) out.emplace(key, union_of(std::move(parts)));
  return out;
}

namespace {

// Of sites that have no outline and of which nobody says how much they must restore, in reserves where outlines count.
Grounds worked_grounds(std::vector<Polygon> const& polygons, Grounds const& outlines, std::set<SiteKey> const& stated) {
  std::set<std::string_view> reserves;
  for (auto const& [site, ground] : outlines)
    if (!stated.count(site)) reserves.insert(site.first);
  std::map<SiteKey, std::vector<Geometry>> parts;
  for (auto const& p : polygons) {
    SiteKey const key{p.record->reserve, p.record->site};
    bool const counts = !key.second.empty() && !p.record->stage->takes_back() && reserves.count(key.first) > 0;
    if (!counts || outlines.count(key) || stated.count(key)) continue;
    auto& known = parts[key];
    if (known.empty() || !same_outline(known.back(), p.geometry)) known.push_back(p.geometry.clone());
  }
  Grounds out;
  for (auto& [key, list] : parts) out.emplace(key, union_of(std::move(list)));
  return out;
}

}  // namespace

void share_outlines(std::vector<Polygon> const& polygons, std::map<SiteKey, Geometry> const& outlines,
                    std::set<SiteKey> const& stated, KnownGround& known, Findings& findings) {
  auto const worked = worked_grounds(polygons, outlines, stated);
  Outlines all;
  for (auto const& [site, ground] : outlines)
    if (!stated.count(site)) all.push_back({site, &ground, ground.bounds()});
  for (auto const& [site, ground] : worked) all.push_back({site, &ground, ground.bounds(), true});
  std::stable_sort(all.begin(), all.end(),
                   [](auto const& a, auto const& b) { return a.bounds.min_x < b.bounds.min_x; });
  for (auto const& group : overlapping(all, findings))
    known.shared_outlines.push_back(shared_by(group, all, known.inside_outlines));
}

}  // namespace redline
